"""Modules in lists and dicts, each with functions of the same names."""

from ffc import RayWorkflow
from methods import newton, secant

METHODS = {"newton": newton, "secant": secant}

nodes = []
for name, method in METHODS.items():
    for number in (2, 10):
        node = method.root(number, method.STEPS)
        nodes.append(node.set_name(f"{name} root of {number}"))
for method in [secant, newton]:
    name = method.__name__
    nodes.append(method.described(name).set_name(name))

flow = RayWorkflow(*nodes, workflow_name="roots")
flow.query("newton .*").set_remote_args({"num_cpus": 0.5})
print(*flow.run(), sep="\n")
