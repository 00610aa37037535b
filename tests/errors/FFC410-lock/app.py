import threading

from ffc import RayWorkflow, task

LOCK = threading.Lock()


@task
def write(path, row):
    with LOCK:
        with open(path, "a") as file:
            file.write(row)


print(RayWorkflow(write("/tmp/rows", "a"), workflow_name="w").run())
