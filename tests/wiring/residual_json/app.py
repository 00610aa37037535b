"""A configuration in JSON: its rows make nodes, its settings are their arguments."""

import json

from ffc import RayWorkflow, task

CONFIG = """
{
  "smooth": 2,
  "channels": [
    {"name": "left", "values": [1, 5, 3, 7], "gain": 2},
    {"name": "right", "values": [4, 4, 0], "gain": -1}
  ],
  "limits": {"low": 0, "high": 9}
}
"""


@task
def amplify(values, gain):
    return [gain * value for value in values]


@task
def smoothed(values, width):
    parts = [values[k : k + width] for k in range(len(values) - width + 1)]
    return [sum(part) / width for part in parts]


@task
def outside(values, limit, kind):
    beyond = [v for v in values if (v < limit if kind == "low" else v > limit)]
    return f"{kind} {limit}: {beyond}"


config = json.loads(CONFIG)
leaves = []
for channel in config["channels"]:
    name = channel["name"]
    loud = amplify(channel["values"], channel["gain"]).set_name(f"{name}/loud")
    smooth = smoothed(loud, width=config["smooth"]).set_name(f"{name}/smooth")
    for kind, limit in config["limits"].items():
        leaves.append(outside(smooth, limit, kind).set_name(f"{name}/{kind}"))

flow = RayWorkflow(*leaves, workflow_name="channels")
flow.query(".*/(loud|smooth)").set_remote_args({"num_cpus": 0.5})
print(*flow.run(), sep="\n")
