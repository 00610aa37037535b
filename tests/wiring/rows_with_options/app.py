"""Rows whose options differ: each row's query gives its node other resources."""

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow

JOBS = [
    # name, cells, cpus, retries
    ("wing", 8, 0.5, 3),
    ("tail", 5, 0.5, 3),
    ("hull", 13, 2, 0),
    ("keel", 3, 0.25, 3),
    ("mast", 2, 0.25, 5),
    ("rudder", 7, 1, 3),
    ("anchor", 1, 0.25, 3),
    ("cabin", 11, 2, 1),
]


@workflow
def mesh(part, cells):
    return [len(part) * k for k in range(cells)]


@workflow
def stress(cells, load):
    return round(sum(cells) * load, 1)


@workflow
def weakest(names, stresses):
    return max(zip(stresses, names, strict=True))


stresses = []
for name, cells, _, retries in JOBS:
    grid = mesh(name, cells).set_name(f"{name} mesh")
    stresses.append(stress(grid, 1 + retries / 10).set_name(f"{name} stress"))

names = [name for name, *_ in JOBS]
worst = weakest(names, stresses).set_name("weakest")
flow = RayWorkflow(worst, *stresses, workflow_name="ship")
for name, _, cpus, retries in JOBS:
    flow.query(f"{name} stress").set_remote_args({"num_cpus": cpus, "max_retries": retries})
flow.query(".* mesh").set_remote_args({"num_cpus": 0.5})
flow.query("weakest").set_remote_args({"num_cpus": 1})
print(flow.run(return_results=True))
