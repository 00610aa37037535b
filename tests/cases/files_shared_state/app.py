"""A registry in one module, filled by two others when they are imported."""

import checks
import more_checks  # noqa: F401
from ffc import RayWorkflow, task
from registry import CHECKS, OPTIONS, names

OPTIONS["strict"] = True


@task
def rows(count):
    return [k * k % 7 for k in range(count)]


@task
def verdict(results, strict):
    return results, all(results) if strict else any(results)


data = rows(8)
results = [make(data).set_name(name) for name, make in CHECKS.items()]
flow = RayWorkflow(verdict(results, OPTIONS["strict"]), workflow_name="checks")
flow.query("has .*").set_remote_args({"num_cpus": 0.5})
print(names(), OPTIONS, checks.LIMIT)
print(flow.run())
