"""Conditional expressions, `and` and `or` choose nodes in the driver."""

import os

from ffc import RayWorkflow, task

FAST = os.environ.get("FAST", "yes") == "yes"
NAMES = os.environ.get("NAMES", "ore tin coal").split()


@task
def coarse(size):
    return [size] * 2


@task
def fine(size, factor=1):
    return [size // factor + k for k in range(4)]


@task
def integral(values, step=1.0):
    return sum(values or [7]) * step


values = coarse(12) if FAST else fine(12)
more = fine(30, factor=2)
chosen = more if len(NAMES) > 5 else values
total = integral(chosen, step=0.5 if FAST else 0.1)
extra = FAST and coarse(3)
other = not FAST or fine(5)

nodes = [total, integral(extra), integral(coarse(1) if FAST else None)]
if len(NAMES) > 9:
    nodes.append(integral(other))
elif (count := len(NAMES)) > 2:
    nodes.append(integral(fine(count)))
nodes += [integral(coarse(len(name)) if name in "tinker" else more) for name in NAMES]
left = list(NAMES)
while left and (name := left.pop(0)) != "coal":
    nodes.append(integral(fine(len(name))))

flow = RayWorkflow(*nodes, integral(other), integral(more), workflow_name="integrals")
print(*flow.run())
