"""Options of nodes that nobody takes, known only behind the loop that makes these."""
# arguments: 1 b
# warns: FFC412

import sys

from ffc import RayWorkflow, workflow


@workflow
def load():
    return 1


@workflow
def show(data, word):
    return data, word


data = load()
for word in sys.argv[1:]:
    show(data, word).set_name(f"show {word}")
cpus = int(sys.argv[1])
flow = RayWorkflow(data, workflow_name="shown")
flow.query("show .*").set_remote_args({"num_cpus": cpus})
print(flow.run())
