"""Constants that are bound again between nodes; helpers read them, and a task."""

from ffc import RayWorkflow, task

RATE = 1
LAST = 5


@task
def load(kind, n=0):
    return f"{kind} {n} {LAST}"


def scaled(n):
    return n * RATE


a = load("a", scaled(2))
RATE = 10
LAST = 6
b = load("b", scaled(2)).set_name(f"b {RATE}")
print(scaled(1))
RATE += 1
c = load("c", scaled(scaled(2)))
print(*RayWorkflow(a, b, c, workflow_name="w").run(), scaled(3))
