"""Names that a loop of the driver may leave as they were: it may have no pass."""

import os

from ffc import RayWorkflow, task


@task
def load(name, count):
    return f"{name} {count}"


made = []
for name, count in (("a", 1), ("b", 2)):
    made.append(load(name, count).set_name(f"load {name}"))
made[0].set_name("first")

flow = RayWorkflow(*made, workflow_name="left")
flow.query("load b").set_remote_args({"num_cpus": 1})
for name in os.environ.get("NOBODY", "").split():
    print("never", name)
for count in os.environ.get("NOBODY", "").split():
    print("never", count)
for name, result in zip("pq", flow.run(), strict=True):
    print(name, result)
print(count)
