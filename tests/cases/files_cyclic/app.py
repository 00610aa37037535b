"""Two modules that import each other, and use each other in functions only."""

import even
from ffc import RayWorkflow, task
from odd import is_odd


@task
def classify(number):
    return f"{number} {'odd' if is_odd(number) else 'even'} {even.is_even(number)}"


nodes = [classify(number) for number in (0, 3, 6)]
nodes.append(even.halves(12))
flow = RayWorkflow(*nodes, workflow_name="parity")
print([node.get_name() for node in flow.find_nodes()])
print(*flow.run(), sep="\n")
