"""`contextlib.contextmanager`, for a part of the wiring and around the run."""

from contextlib import contextmanager

from ffc import RayWorkflow, task

depth = 0


@contextmanager
def indented(title):
    global depth
    print("  " * depth + title)
    depth += 1
    try:
        yield "  " * depth
    finally:
        depth -= 1
        print("  " * depth + "end of " + title)


@task
def mesh(cells):
    return list(range(cells))


@task
def solve(cells, viscosity):
    return [round(cell * viscosity, 2) for cell in cells]


with indented("wiring") as margin:
    coarse = mesh(3)
    print(margin + "coarse mesh")
    with indented("solutions"):
        solutions = [
            solve(coarse, viscosity).set_name(f"viscosity {viscosity}") for viscosity in (0.1, 0.25)
        ]
    solutions.insert(0, solve(mesh(2), 1).set_name("viscosity 1"))

flow = RayWorkflow(*solutions, workflow_name="solutions")
print([node.get_name() for node in solutions])
with indented("run"):
    for values in flow.run():
        print("  ", values)
