from ffc import RayWorkflow, task

@task
def f(x, y):
    return x

nodes = []
for k, y in enumerate(range(4000)):
    nodes.append(f(k, y))
RayWorkflow(*nodes, workflow_name="w").run()
