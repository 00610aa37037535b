import json

from ffc import RayWorkflow, task


@task
def add(number):
    return number + 1


last = add(0)
more = []
for number in json.loads("[1, 2]"):
    print(number)
    last = [add(number)]
    more.append(add(number))
print(RayWorkflow(last[0], workflow_name="last").run())
print(RayWorkflow(*more, workflow_name="more").run())
