"""A module that runs a workflow when it is imported; the app goes on with its nodes."""

import first
from ffc import RayWorkflow
from first import RESULT, steps

print("first:", RESULT)
nodes = [first.step(steps[0]), *steps, first.step(first.RESULT[-1])]
print("then:", RayWorkflow(*nodes, workflow_name="then").run())
