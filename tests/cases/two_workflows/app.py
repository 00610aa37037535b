"""The second workflow uses the results of the first, as values and in messages."""

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def iterate(r, x, steps):
    """The logistic map."""
    orbit = [x]
    for _ in range(steps):
        orbit.append(r * orbit[-1] * (1 - orbit[-1]))
    return orbit


@workflow
def tail(orbit, count):
    return [round(x, 4) for x in orbit[-count:]]


@workflow
def period(values):
    return len(set(values))


@workflow
def table(periods, names=()):
    return [f"{name}: {p}" for p, name in sorted(zip(periods, names, strict=True))]


orbits = [iterate(2.9, 0.2, 300), iterate(3.2, 0.2, 300), iterate(3.5, 0.2, 300)]
first = RayWorkflow(
    tail(orbits[0], 8), tail(orbits[1], 8), tail(orbits[2], 8), workflow_name="orbits"
)
tails = first.run(return_results=True)
print(len(tails), "orbits,", tails[1][:2])

steady, double, quadruple = tails
counts = [period(steady), period(double), period(quadruple), period(tails[0] + tails[1])]
second = RayWorkflow(*counts, workflow_name="periods")
found = second.run(return_results=True)

print(f"periods {found}")
lines = table(found, names=["2.9", "3.2", "3.5", "mixed"])
third = RayWorkflow(lines, workflow_name="table")
print(*third.run(return_results=True), sep="\n")
