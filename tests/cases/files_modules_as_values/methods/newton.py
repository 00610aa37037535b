from ffc import task

STEPS = 2


@task
def root(number, steps):
    x = number
    for _ in range(steps):
        x = (x + number / x) / 2
    return round(x, 4)


@task
def described(name):
    return f"{name}: one point, {STEPS} steps"
