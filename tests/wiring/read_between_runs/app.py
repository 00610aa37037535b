"""A list that the driver fills is read by the app, and made anew for another run."""

import os

from functionfuse import workflow as task
from functionfuse.backends.builtin.rayback import RayWorkflow


@task
def load(name):
    return name.upper()


@task
def count(nodes, place=0):
    return len(nodes), place


def main():
    made = (load(name) for name in os.environ.get("FFC_NOT_SET", "a b").split())
    nodes = [node for node in made]
    place = nodes.index(nodes[-1])
    total = count(nodes)
    print(RayWorkflow(total, workflow_name="total").run())
    print(place, RayWorkflow(count([], place), *nodes, workflow_name="again").run())


main()
