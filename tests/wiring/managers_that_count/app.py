"""A manager of the app counts, and what is wired depends on it."""

from contextlib import contextmanager

from ffc import RayWorkflow, task

depth = 0


@contextmanager
def indented(title):
    global depth
    depth += 1
    yield "  " * depth
    depth -= 1
    print(title, "over")


@task
def mesh(cells):
    return list(range(cells))


nodes = [mesh(1)]
with indented("wiring"):
    if depth == 1:
        nodes.append(mesh(3))
flow = RayWorkflow(*nodes, workflow_name="solutions")
print(flow.run())
if depth == 0:
    with indented("again"):
        last = mesh(depth)
    print(RayWorkflow(last, workflow_name="last").run())
