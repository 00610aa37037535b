"""A loop between two others binds their variable, which a later run reads."""

from ffc import RayWorkflow, task


@task
def show(x):
    return x


letters = RayWorkflow(show("abc"), workflow_name="letters").run()
named = {}
for k in range(3, 0, -1):
    for letter in letters:
        if k % 2:
            last = letter
            break
        named[k] = show(letter)
print(last)
item = 0
if size := ord(letter) - 96:
    item = show(size)
RayWorkflow(named[2], workflow_name="short").run()
print(RayWorkflow(item, *named.values(), workflow_name="all").run())
