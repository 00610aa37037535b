"""A loop waits for a run, and what reads a list of nodes behind it comes before that changes."""

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
