import os

from ffc import RayWorkflow, task


@task
def mean(values):
    return sum(values) / len(values)


@task
def shifted(values, by):
    return [value - by for value in values]


values = [1, 2, 6]
centre = 0
if os.environ.get("CENTRED", "1") == "1":
    centre = mean(values)
print("shifting by", centre)

print(RayWorkflow(shifted(values, centre), workflow_name="w").run())
