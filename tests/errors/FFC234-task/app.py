# options: --no-inline tools

from ffc import RayWorkflow
from tools.loading import load

print(RayWorkflow(load("a"), workflow_name="load").run())
