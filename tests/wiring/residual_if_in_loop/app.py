"""`if`, `continue` and `break` on residual values, in a loop that makes nodes."""

import os

from ffc import RayWorkflow, task

text = os.environ.get("ORDERS", "nut 5;bolt 0;# washers;screw 12;gear 90;end;cog 3")


@task
def produce(part, count):
    return f"{count} {part}s"


@task
def inspect(batch, strict=False):
    return f"{batch} ({'all' if strict else 'some'} inspected)"


@task
def ship(*batches):
    return ", ".join(batches)


batches = []
skipped = 0
for line in text.split(";"):
    if line.startswith("#"):
        continue
    if line == "end":
        break
    part, amount = line.split()
    count = int(amount)
    if not count:
        skipped += 1
        continue
    batch = produce(part, count).set_name(f"produce {part}")
    if count > 50:
        batch = inspect(batch, strict=True).set_name(f"inspect every {part}")
    elif count > 10:
        batch = inspect(batch).set_name(f"inspect {part}")
    batches.append(batch)

flow = RayWorkflow(ship(*batches), workflow_name="orders")
flow.query("produce .*").set_remote_args({"num_cpus": 0.5})
print(len(batches), "batches,", skipped, "skipped")
print(flow.run())
