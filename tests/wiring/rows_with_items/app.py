"""Rows that differ in the item of a node they use: by index and by key."""

from ffc import RayWorkflow, task

FEATURES = ["red", "green", "blue", "infrared"]
COLUMNS = {"mean": "average", "top": "largest", "count": "size"}


@task
def scan(width):
    """One list for each feature."""
    return tuple([(k * (feature + 2)) % 11 for k in range(width)] for feature in range(4))


@task
def summary(values):
    mean = round(sum(values) / len(values), 2)
    return {"mean": mean, "top": max(values), "count": len(values)}


@task
def shown(name, value):
    return f"{name}={value}"


@task
def line(title, parts):
    return f"{title}: {' '.join(parts)}"


bands = scan(6).set_name("scan")
lines = []
for index, feature in enumerate(FEATURES):
    found = summary(bands[index]).set_name(f"summary of {feature}")
    parts = []
    for key, title in COLUMNS.items():
        parts.append(shown(title, found[key]))
    lines.append(line(feature, parts).set_name(feature))

ends = []
for position in (0, -1):
    ends.append(shown("end", bands[position]))

flow = RayWorkflow(*lines, *ends, workflow_name="scan")
flow.query("summary of .*").set_remote_args({"num_cpus": 0.5})
print(*flow.run(), sep="\n")
