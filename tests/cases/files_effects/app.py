"""Modules with effects when they are imported: each happens once, in order."""

print("app begins")

import first  # noqa: E402
from ffc import RayWorkflow, task  # noqa: E402

print("between", first.VALUE)

import second  # noqa: E402
from first import LOG  # noqa: E402


@task
def joined(values, name):
    return f"{name}: {' '.join(values)}"


LOG.append("app")
nodes = [joined(LOG, "log"), second.shifted(first.VALUE)]
flow = RayWorkflow(*nodes, workflow_name="effects")
print(flow.run())
