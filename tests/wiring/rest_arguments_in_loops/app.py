"""What `*args` takes is a tuple, also where a loop passes it to nodes as a whole."""

from ffc import RayWorkflow, task


@task
def load(name):
    return name.upper()


@task
def show(number, given):
    return f"{number}: {given}"


def shown(*given):
    found = []
    for number in (1, 2):
        found.append(show(number, given))
    return found


nodes = [load("c"), load("d")]
more = shown(*nodes)
print(RayWorkflow(*shown(load("a")), *shown(load("b"), *nodes), *more, workflow_name="w").run())
