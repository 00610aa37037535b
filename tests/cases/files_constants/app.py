"""Constants of several modules, made of each other, in the wiring and in tasks."""

import physics
from config import GRID, LABELS
from config import SIZE as CELLS
from ffc import RayWorkflow, task

SIZE = "the app's own"


@task
def temperature(cell):
    return round(physics.BASE + cell * physics.GRADIENT, 2)


@task
def shown(label, values):
    return f"{label}: {values} {physics.UNIT}"


rows = []
for row, label in zip(GRID, LABELS, strict=True):
    cells = [temperature(cell).set_name(f"{label} {cell}") for cell in row]
    rows.append(shown(label, cells))

flow = RayWorkflow(*rows, workflow_name=f"{CELLS} cells")
flow.query(f"{LABELS[-1]} .*").set_remote_args({"num_cpus": 0.5})
print(flow.workflow_name, SIZE, physics.KELVIN)
print(*flow.run(), sep="\n")
