"""An app that looks for files beside itself."""

import os
from pathlib import Path

from ffc import RayWorkflow, task

HERE = Path(__file__).resolve().parent


@task
def listing(folder):
    return sorted(name for name in os.listdir(folder) if name.endswith(".txt"))


@task
def is_here(name):
    return (HERE / name).exists()


names = listing(str(HERE))
flow = RayWorkflow(names, is_here(names[0]), workflow_name="files")
print(HERE.name, flow.run())
