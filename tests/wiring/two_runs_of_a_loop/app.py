"""Nodes of a loop of the driver, made anew for each of several runs."""

import os

from ffc import RayWorkflow, task


@task
def train(path, rate):
    return f"{path}:{rate}"


@task
def average(models):
    return "+".join(sorted(models))


@task
def score(model, name):
    return f"{name} of {model}"


paths = os.environ.get("NOT_SET", "a b c").split()
models = []
for path in paths:
    models.append(train(path, 0.1).set_name(f"model of {path}"))

first = RayWorkflow(*models, workflow_name="train")
first.query("model of b").set_remote_args({"num_cpus": 0.5})
print(first.run())

# What the loop went through is another list by the time of the next run.
paths = paths[:1]
best = average(models)
print(RayWorkflow(best, workflow_name="average").run())

print(RayWorkflow(score(best, "best"), *models[:1], workflow_name="score").run(), len(paths))
