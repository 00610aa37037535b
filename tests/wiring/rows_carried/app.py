"""Each pass takes the node of the pass before, and the rows are twelve months."""

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow

# month, inflow, withdrawal
MONTHS = [
    ("january", 9, 4),
    ("february", 8, 4),
    ("march", 12, 5),
    ("april", 10, 6),
    ("may", 7, 8),
    ("june", 3, 11),
    ("july", 2, 14),
    ("august", 2, 13),
    ("september", 4, 9),
    ("october", 6, 6),
    ("november", 8, 5),
    ("december", 9, 4),
]


@workflow
def full(level):
    return level


@workflow
def month(level, inflow, withdrawal, name):
    """What is left, and what ran over."""
    level = level + inflow - withdrawal
    over = max(0, level - 30)
    return level - over, f"{name}: {level - over}" + (f" (+{over})" if over else "")


level = full(20)
notes = []
for name, inflow, withdrawal in MONTHS:
    after = month(level, inflow, withdrawal, name).set_name(name)
    level = after[0]
    notes.append(after[1])

flow = RayWorkflow(level, *notes, workflow_name="reservoir")
flow.query("ju.*").set_remote_args({"num_cpus": 0.5})
left, *lines = flow.run(return_results=True)
print(left, *lines, sep="\n")
