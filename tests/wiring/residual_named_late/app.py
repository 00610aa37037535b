"""A node named after it was put into a list: the driver names it before."""

import os
from ffc import RayWorkflow, task


@task
def f(x):
    return x


nodes = []
for k in sorted(os.environ.get("ROWS", "a b c").split()):
    node = f(k)
    nodes.append(node)
    node.set_name("node " + k.upper())
flow = RayWorkflow(*nodes, workflow_name="w")
flow.query("node [AB]").set_remote_args({"num_cpus": 1})
print(flow.run())
