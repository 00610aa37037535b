"""Functions with names of their own that are those of a module's constants."""

import config
from config import size as largest
from ffc import RayWorkflow, task


@task
def scaled(rate, count):
    size = count
    return rate * config.rate + size + largest


@task
def shifted(values):
    return [rate + config.rate for rate in values]


products = [rate * config.rate for rate in (1, 2)]
flow = RayWorkflow(scaled(2, 3), shifted([1, 2]), workflow_name="hidden")
print(products, flow.run())
