# options: --no-inline tools

import tools.loading as loading
from ffc import RayWorkflow

nodes = loading.load_all(["a", "b"])
print(RayWorkflow(*nodes, workflow_name="load").run())
