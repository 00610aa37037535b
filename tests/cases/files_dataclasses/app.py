"""Rows of a configuration, their class and their enum in modules of their own."""

import dataclasses

from ffc import RayWorkflow
from rows import ROWS, Row
from tasks import simulate
from types_ import Kind

extra = Row("extra", Kind.WET, hours=5)
nodes = []
for row in [*ROWS, extra, dataclasses.replace(extra, name="late", kind=Kind.DRY)]:
    node = simulate(row, row.kind.value, hours=row.hours)
    nodes.append(node.set_name(row.title()))

flow = RayWorkflow(*nodes, workflow_name="rows")
flow.query(f"{Kind.WET.value} .*").set_remote_args({"num_cpus": 0.5})
print([node.get_name() for node in nodes])
print(*flow.run(), sep="\n")
