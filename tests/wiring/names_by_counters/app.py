"""A function that counts its calls names the nodes: it is called where the app does."""

from ffc import RayWorkflow, task

count = 0


@task
def load(kind, n=0):
    return f"{kind} {n}"


def fresh(kind):
    global count
    count += 1
    return f"{kind} {count}"


nodes = []
for kind in "abc":
    nodes.append(load(kind, count).set_name(fresh(kind)))
count += 10
print(count)
flow = RayWorkflow(*nodes, workflow_name="w")
print([n.get_name() for n in flow.find_nodes()])
print(*flow.run())
