"""The same workflow run twice, with other options; then again as part of another."""

import os
import tempfile

from ffc import LocalWorkflow, RayWorkflow, task


@task
def append(path, text):
    with open(path, "a") as file:
        file.write(text)
    return os.path.getsize(path)


@task
def report(size):
    return f"{size} bytes"


handle, path = tempfile.mkstemp(suffix=".log")
os.close(handle)

size = append(path, "night 1\n")
flow = RayWorkflow(report(size), workflow_name="log")
print(flow.run())

flow.query("append.*").set_remote_args({"num_cpus": 1})
print(flow.run())
flow.run()
print("in between:", os.path.getsize(path))
print(LocalWorkflow(size, workflow_name="last").run())

with open(path) as file:
    print(file.read().splitlines())
os.remove(path)
