"""Tasks, helpers and constants in modules beside the app."""

from ffc import RayWorkflow
from settings import RATES, START
from steps import decay, total

leaves = []
state = START
for rate in RATES:
    state = decay(state, rate).set_name(f"decay {rate}")
    leaves.append(state)

flow = RayWorkflow(total(leaves).set_name("total"), *leaves, workflow_name="decay")
flow.query("decay .*").set_remote_args({"num_cpus": 0.5})
print(*flow.run(), sep="\n")
