"""Two modules with tasks, helpers and constants of equal names; so has the app."""

import northern
import southern
from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow
from northern import forecast

SCALE = 1


def adjusted(value):
    return f"<{value * SCALE}>"


@workflow
def summary(values):
    return " ".join(adjusted(value) for value in values)


leaves = []
for module, name in [(northern, "north"), (southern, "south")]:
    leaves.append(module.observe(6).set_name(f"{name} observation"))
warm = forecast(leaves[0]).set_name("north forecast")
cold = southern.forecast(leaves[1], days=2).set_name("south forecast")

flow = RayWorkflow(summary([warm, cold, *leaves]), workflow_name="both")
flow.query("north .*").set_remote_args({"num_cpus": 0.5})
print(northern.SCALE, southern.SCALE, SCALE, northern.adjusted(1), adjusted(1))
print(flow.run(return_results=True))
