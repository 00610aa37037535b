"""Files found when the driver runs: a node for each, named after it; all of them."""

import tempfile
from pathlib import Path

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def read(path):
    return [int(part) for part in Path(path).read_text().split()]


@workflow
def total(values, name):
    return name, sum(values)


@workflow
def report(title, totals):
    return f"{title}: " + " ".join(f"{name}={value}" for name, value in totals)


folder = Path(tempfile.mkdtemp())
for name, text in {
    "b.dat": "1 2",
    "a.dat": "3 4 5",
    "c.dat": "6",
    "d.txt": "7",
}.items():
    (folder / name).write_text(text)

totals = []
for path in sorted(folder.glob("*.dat")):
    values = read(str(path)).set_name(f"read {path.name}")
    node = total(values, path.stem)
    totals.append(node.set_name(f"total of {path.stem}"))

print(len(totals), "files")
flow = RayWorkflow(report("totals", totals), *totals, workflow_name="totals")
flow.query("read .*").set_remote_args({"num_cpus": 0.5})
text, *pairs = flow.run(return_results=True)
print(text)
print(pairs)

for path in folder.iterdir():
    path.unlink()
folder.rmdir()
