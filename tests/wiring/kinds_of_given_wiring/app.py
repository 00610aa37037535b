"""Helpers that ask what they were given: a workflow, a node, an item or nodes."""

from functionfuse import workflow
from functionfuse.backends.builtin.localback import LocalWorkflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def load(name):
    return {"name": name, "size": len(name)}


@workflow
def summed(*values):
    return sum(values)


def as_flow(given, name):
    """The workflow itself, or one of the leaves."""
    if isinstance(given, RayWorkflow):
        return given
    leaves = given if isinstance(given, (list, tuple)) else [given]
    return RayWorkflow(*leaves, workflow_name=name)


def shown(given, name):
    flow = as_flow(given, name)
    kind = "for Ray" if isinstance(flow, (RayWorkflow, LocalWorkflow)) else "other"
    print(name, kind, isinstance(flow, (list, str)), flow.run(return_results=True))


data = load("moons")
size = data["size"]
total = summed(size, 2)
shown(total, "a node")
shown([total, data["name"]], "nodes")
shown(RayWorkflow(size, workflow_name="whole"), "a workflow")
print(isinstance(size, dict), isinstance(total, RayWorkflow))
