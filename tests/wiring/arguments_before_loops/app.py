"""Arguments that a loop of the driver binds again before the run."""

import os

from functionfuse import workflow as task
from functionfuse.backends.builtin.rayback import RayWorkflow


@task
def scale(factor, offset=0):
    return factor, offset


@task
def use(*given):
    return given


number, word = 2, os.environ.get("FFC_NOT_SET", "word")
scaled = scale(number, word)
chosen = use(scaled if word else number, number)
for number, word in enumerate(os.environ.get("FFC_NOT_SET", "a b").split()):
    print(number, word)
    extra = use(scaled, number)
print(RayWorkflow(chosen, extra, workflow_name="all").run())
