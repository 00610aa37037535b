import random

from ffc import RayWorkflow, task


@task
def load(n):
    return {"rows": list(range(n))}


@task
def prepare(data, extra):
    data["rows"].append(0)
    random.shuffle(extra)
    extra = sorted(extra)
    extra.append(1)
    return len(data["rows"]), extra


data = load(9)
print(RayWorkflow(prepare(data, data["rows"]), workflow_name="w").run())
