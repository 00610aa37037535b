import functionfuse as ff


@ff.tsk
def load(path):
    return [path]


flow = ff.backends.builtin.rayback.RayWorkflow(load("a"), workflow_name="w")
print(flow.run())
