# options: --no-inline tools

import tools.numbers as numbers
from ffc import RayWorkflow, task
from tools.loading import doubled


@task
def load(path):
    return doubled(path), numbers.LIMIT


print(RayWorkflow(load("a"), workflow_name="load").run())
