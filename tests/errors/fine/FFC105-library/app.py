import some_library.that_is_not_here as library
from ffc import RayWorkflow, task
from lab import units


@task
def area(side):
    return library.rounded(side * units.METRE)


print(RayWorkflow(area(2), workflow_name="area").run())
