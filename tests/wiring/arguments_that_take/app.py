"""Arguments that take something out of a list which changes again later."""

from ffc import RayWorkflow, task


@task
def load(n):
    return n


names = ["one", "two", ""]
d = load(names.pop())
e = load(names.pop() if names else 3)
print(names)
names.append(3)
print(names)
print(RayWorkflow(d, e, workflow_name="w").run())
