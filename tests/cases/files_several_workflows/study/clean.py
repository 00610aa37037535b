from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow

from .settings import options


@workflow
def table(region, size):
    return [(len(region) * k) % 13 for k in range(size)]


@workflow
def cleaned(values):
    return sorted(value for value in values if value)


def run(regions):
    nodes = []
    for region, size in regions.items():
        raw = table(region, size).set_name(f"{region} raw")
        nodes.append(cleaned(raw).set_name(f"{region} clean"))
    flow = RayWorkflow(*nodes, workflow_name="clean")
    flow.query(".* raw").set_remote_args(options())
    return dict(zip(regions, flow.run(return_results=True), strict=True))
