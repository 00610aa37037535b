"""Names that a module may not have, and libraries that may be missing."""

try:
    from jobs import fast as run
except ImportError:
    from jobs import slow as run

try:
    from library_that_is_missing import solve
except ImportError:
    from jobs import solve

try:
    import another_that_is_missing as numbers
except ImportError:
    numbers = None

from ffc import RayWorkflow, task


@task
def described(number):
    return "without" if numbers is None else "with", number


nodes = [run(1), solve(2), described(3)]
print(RayWorkflow(*nodes, workflow_name="fallbacks").run())
