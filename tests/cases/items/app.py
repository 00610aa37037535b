"""Items of results: by index, from the end, by key; beside the whole, and alone."""

from ffc import RayWorkflow, task


@task
def orbit(mass, radius):
    """Speed and period, and the constants they came from."""
    speed = (6.674e-11 * mass / radius) ** 0.5
    return speed, 6.283185307 * radius / speed


@task
def summary(values):
    ordered = sorted(values)
    return {"min": ordered[0], "max": ordered[-1], ("mid", 50): ordered[len(ordered) // 2]}


@task
def spread(low, high):
    return high - low


@task
def series(n):
    return [k * k for k in range(n)]


@task
def show(whole, part, middle):
    return f"{sorted(map(str, whole))} {part} {middle}"


earth = orbit(5.97e24, 7e6)
moon = orbit(7.35e22, 2e6)
speeds = spread(earth[0], moon[0])
periods = spread(earth[-1], moon[1])

squares = series(10)
few = summary(squares[2:5])
every_third = summary(squares[::3])
last = squares[-1]
key = "max"
gap = spread(few["min"], every_third[key])
shown = show(few, few["max"], every_third["mid", 50])

flow = RayWorkflow(speeds, periods, gap, shown, last, squares[3], workflow_name="items")
speed, period, *others = flow.run()
print(round(speed), round(period))
print(*others, sep="\n")
