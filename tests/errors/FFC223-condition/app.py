from ffc import RayWorkflow, task


@task
def halve(values, size):
    return values[:size]


size = 100
node = halve(list(range(size)), size)
while size > 0:
    size += 1  # meant to be -=
    node = halve(node, size)

print(RayWorkflow(node, workflow_name="w").run())
