"""Files in batches, neighbours compared: ranges and indices of the driver's."""

import os
import tempfile
from pathlib import Path

from ffc import RayWorkflow, task

BATCH = 2


@task
def count(paths):
    return [len(Path(path).read_text()) for path in paths]


@task
def change(before, after, name):
    return f"{name}: {sum(after) - sum(before):+d}"


folder = tempfile.mkdtemp()
for k, text in enumerate(["abc", "d", "ef", "ghijklm", "no"]):
    Path(folder, f"{k}.txt").write_text(text)

paths = sorted(os.path.join(folder, name) for name in os.listdir(folder))
batches = []
for start in range(0, len(paths), BATCH):
    batch = paths[start : start + BATCH]
    batches.append(count(batch).set_name(f"batch {start // BATCH} of {len(batch)}"))

changes = []
for index in range(1, len(batches)):
    node = change(batches[index - 1], batches[index], f"step {index}")
    changes.append(node)
round_trip = change(batches[-1], batches[0], "back")

flow = RayWorkflow(*changes, round_trip, *batches, workflow_name="batches")
flow.query("batch .* of 2").set_remote_args({"num_cpus": 0.5})
print(*flow.run(), sep="\n")
for path in paths:
    os.remove(path)
os.rmdir(folder)
