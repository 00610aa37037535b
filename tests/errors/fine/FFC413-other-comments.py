"""Says how to silence a warning: # ffc: ignore"""

from ffc import RayWorkflow, task

HELP = "# ffc: ignore[nothing]"


@task
def load(path):  # noqa
    return [path, HELP]  # type: ignore  # ffc: ignored by all, # see ffc: ignore


# ffc ignore
print(RayWorkflow(load("a"), workflow_name="w").run())
