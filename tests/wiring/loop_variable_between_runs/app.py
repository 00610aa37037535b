"""A loop between two others binds their variable, which a later run reads."""

from ffc import RayWorkflow, task


@task
def show(x):
    return x


letters = RayWorkflow(show("abc"), workflow_name="letters").run()
named = {}
for k in range(3, 0, -1):
    for row, letter in enumerate(letters):
        if k % 2:
            last = row, letter
            break
        named[k] = show(f"{letter}{row}")
item = 0
if size := row * 2 - 1:
    item = show(size)
print(last)
RayWorkflow(named[2], workflow_name="short").run()
print(RayWorkflow(item, *named.values(), workflow_name="all").run())
