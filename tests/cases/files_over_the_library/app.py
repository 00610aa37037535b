"""A module called like one of the standard library: the one beside the app counts."""

import statistics
import time

from ffc import RayWorkflow

print(time.strftime("%d", time.gmtime(0)), statistics.LIMIT)
print(RayWorkflow(statistics.mean([1, 2, 6]), workflow_name="mean").run())
