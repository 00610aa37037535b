"""A folder of modules that has no `__init__.py`."""

import tools.jobs
from ffc import RayWorkflow
from tools import jobs
from tools.sub.signs import SIGN

nodes = [jobs.negated(1), tools.jobs.negated(SIGN)]
print(RayWorkflow(*nodes, workflow_name="jobs").run())
