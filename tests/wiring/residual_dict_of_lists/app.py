"""Nodes in a dict of lists, under keys that only the driver knows."""

import csv
import io
import os

from ffc import RayWorkflow, task

TABLE = os.environ.get(
    "SPECIMENS", "name,kind,mm\nanna,moth,31\nbodo,wasp,12\ncleo,moth,44\ndora,bee,9\n"
)


@task
def weigh(name, mm):
    return name, round(0.002 * mm**2, 3)


@task
def heaviest(kind, weights):
    name, weight = max(weights, key=lambda pair: pair[1])
    return f"{kind}: {name} {weight} of {len(weights)}"


by_kind = {}
for row in csv.DictReader(io.StringIO(TABLE)):
    node = weigh(row["name"], int(row["mm"])).set_name(f"weigh {row['name']}")
    by_kind.setdefault(row["kind"], []).append(node)

leaves = []
for kind, nodes in sorted(by_kind.items()):
    leaves.append(heaviest(kind, nodes).set_name(f"heaviest {kind}"))
if "moth" in by_kind:
    leaves.append(heaviest("second moth", by_kind["moth"][1:]))

flow = RayWorkflow(*leaves, workflow_name="specimens")
flow.query("weigh .*").set_remote_args({"num_cpus": 0.5})
print({kind: len(nodes) for kind, nodes in by_kind.items()})
print(*flow.run(), sep="\n")
