"""Nodes in loops and `with` whose effects come before the run."""

import os
import tempfile
from pathlib import Path

from ffc import RayWorkflow, task

KINDS = os.environ.get("KINDS", "ore salt").split()


@task
def count(text, number=0):
    return len(text) + number


@task
def read(path, more=""):
    return Path(path).read_text() + more


folder = Path(tempfile.mkdtemp())
nodes = []
number = 1
for kind in KINDS:
    (folder / kind).mkdir()
    for part in range(len(kind)):
        path = folder / kind / f"{part}.txt"
        path.write_text(kind * part)
        number += part
        # The text as it is now, and the file as it is at the run.
        node = count(path.read_text(), number)
        nodes.append(read(str(path), kind).set_name(f"read {kind} {part}"))
        nodes.append(node)

paths = sorted(folder.rglob("*.txt"))
for path in paths:
    nodes.append(count(path.name))
paths = paths[:1]
with open(paths[0], "a") as file, open(paths[0]) as same:
    file.write("last")
    nodes.append(count(same.read()))
    file.write(" words")

flow = RayWorkflow(*nodes, workflow_name="texts")
flow.query("read ore .*").set_remote_args({"num_cpus": 0.5})
print(*flow.run(), len(paths))
