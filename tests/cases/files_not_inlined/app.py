"""A package that is installed on the cluster: it stays an import of the driver."""

# options: --no-inline toolbox

from ffc import RayWorkflow, task
from helpers import shortened
from toolbox import smooth
from toolbox.noise import Noise


@task
def measured(noise, count):
    return smooth([noise.at(k) for k in range(count)])


@task
def shown(values, title):
    return shortened(f"{title}: {values}")


nodes = []
for seed in (3, 4):
    values = measured(Noise(seed), count=5).set_name(f"noise {seed}")
    nodes.append(shown(values, f"seed {seed}"))

flow = RayWorkflow(*nodes, workflow_name="noise")
print(*flow.run(), sep="\n")
