"""A loop waits for a run; what reads a list behind it comes before the list changes."""

from functionfuse import workflow as task
from functionfuse.backends.builtin.rayback import RayWorkflow


@task
def load(number):
    return number


def main():
    data = [load(number) for number in (1, 2, 3)]
    ends = [load(4), load(5)]
    data.append(ends[1])
    ends.reverse()
    print(RayWorkflow(load(6), workflow_name="first").run())
    print(RayWorkflow(*ends, *data, workflow_name="all").run())


main()
