from ffc import RayWorkflow

nodes = []
for size in (1, 2):
    from shapes import area

    nodes.append(area(size))

print(RayWorkflow(*nodes, workflow_name="area").run())
