"""Lists written around calls of tasks, beside a loop of the driver."""

import json

from ffc import RayWorkflow, task


@task
def double(number):
    return 2 * number


for number in json.loads("[3, 1]"):
    last = double(number)
mapped = [*map(double, range(2))]
generated = [*(double(number) for number in range(2)), last]
generated.append(mapped[0])
flow = RayWorkflow(last, *mapped, *generated, workflow_name="doubled")
print(flow.run())
