"""Smooths rows on two nodes, with a package that lies beside the app alone."""

import os

from ffc import RayWorkflow, task
from toolbox import smooth


@task
def row(k):
    return smooth([k, k + 1, 5 * k])


@task
def title(rows):
    return f"{os.environ.get('TITLE')}: {rows}"


rows = [row(k).set_name(f"row {k}") for k in range(4)]
flow = RayWorkflow(
    title(rows).set_name("title"),
    workflow_name="rows",
    ray_init_args={"num_cpus": 2, "runtime_env": {"env_vars": {"TITLE": "Rows"}}},
)
flow.query("^row .*").set_remote_args({"resources": {"second": 1}})
print(flow.run())
