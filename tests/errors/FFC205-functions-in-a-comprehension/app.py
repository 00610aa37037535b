import os

from ffc import RayWorkflow, task


@task
def train(rate):
    return rate


makers = [lambda: train(float(rate)) for rate in os.environ["RATES"].split()]

print(RayWorkflow(train(0.1), workflow_name="w").run())
