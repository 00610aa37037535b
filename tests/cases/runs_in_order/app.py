"""Tasks of the second run read what tasks of the first have written."""

import os
import tempfile
import time

from ffc import RayWorkflow, task


@task
def calibrate(folder, offset):
    time.sleep(0.5)
    with open(os.path.join(folder, "offset.txt"), "w") as file:
        file.write(str(offset))
    return f"offset {offset}"


@task
def measure(folder, value):
    with open(os.path.join(folder, "offset.txt")) as file:
        return value - float(file.read())


with tempfile.TemporaryDirectory() as folder:
    pass
os.mkdir(folder)

RayWorkflow(calibrate(folder, 1.5), workflow_name="calibration").run()
low, high = RayWorkflow(measure(folder, 10), measure(folder, 20), workflow_name="first").run()
print(RayWorkflow(calibrate(folder, low), workflow_name="again").run())
last = RayWorkflow(measure(folder, high), workflow_name="last").run()

print(low, high, last)
os.remove(os.path.join(folder, "offset.txt"))
os.rmdir(folder)
