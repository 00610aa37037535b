import os

from ffc import RayWorkflow, task

if os.environ.get("EXACT"):

    @task
    def solve(size):
        return size / 3

else:

    @task
    def solve(size, digits=1):
        return round(size / 3, digits)


print(RayWorkflow(solve(10), workflow_name="w").run())
