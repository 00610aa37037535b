"""How many nodes the driver has made is the argument of another."""

import os

from ffc import RayWorkflow, task


@task
def scan(path):
    return len(path)


@task
def report(count):
    return f"{count} scans"


def summary():
    scans = [scan(path) for path in os.environ.get("SCANS", "a bc").split()]
    return scans, report(len(scans))


scans, first = summary()
print(RayWorkflow(*scans, first, workflow_name="scans").run())
