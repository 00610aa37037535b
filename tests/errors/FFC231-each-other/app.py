import cells
from ffc import RayWorkflow

print(RayWorkflow(cells.grown(2), workflow_name="grown").run())
