"""`try` around residual code and nodes: which nodes there are, the driver finds out."""

# arguments: 3 x 5 -

import sys

from ffc import RayWorkflow, task


@task
def root(number, name):
    return f"{name}: {round(number**0.5, 3)}"


@task
def unread(text):
    return f"{text!r} is no number"


@task
def table(rows, read):
    return rows, read


rows = []
read = 0
for text in sys.argv[1:]:
    try:
        number = float(text)
        row = root(number, text).set_name(f"root of {text}")
    except ValueError:
        row = unread(text).set_name(f"unread {len(rows)}")
    else:
        read += 1
    rows.append(row)

flow = RayWorkflow(table(rows, read), workflow_name="roots")
flow.query("root of .*").set_remote_args({"num_cpus": 0.5})
print(flow.run())
