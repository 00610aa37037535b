"""Rows of a table, and two that are no part of it."""

import dataclasses
import enum
from ffc import RayWorkflow, task


class Kind(enum.Enum):
    WET = "wet"
    DRY = "dry"


@dataclasses.dataclass(frozen=True)
class Row:
    name: str
    kind: Kind
    hours: int = 1

    def title(self):
        return f"{self.kind.value} {self.name}"


@task
def simulate(row, kind, hours):
    return row.name, kind, hours


ROWS = [
    Row("spring", Kind.WET),
    Row("summer", Kind.DRY, hours=3),
    Row("autumn", Kind.WET, 2),
]
extra = Row("extra", Kind.WET, hours=5)
nodes = []
for row in [*ROWS, extra, dataclasses.replace(extra, name="late", kind=Kind.DRY)]:
    node = simulate(row, row.kind.value, hours=row.hours)
    nodes.append(node.set_name(row.title()))

flow = RayWorkflow(*nodes, workflow_name="rows")
flow.query(f"{Kind.WET.value} .*").set_remote_args({"num_cpus": 0.5})
print([node.get_name() for node in nodes])
print(*flow.run(), sep="\n")
