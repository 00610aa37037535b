"""Functions of a module that count and collect in the module's globals."""

import naming
from ffc import RayWorkflow, task
from naming import collect, fresh


@task
def assay(kind, number):
    return f"{kind}{number}"


@task
def table(*rows):
    return " ".join(rows)


for kind in ("rock", "soil", "rock"):
    collect(assay(kind, naming.count).set_name(fresh(kind)))
naming.count += 10
naming.PREFIX = "late"
collect(assay("core", naming.count).set_name(naming.fresh("core")))

flow = RayWorkflow(table(*naming.nodes), workflow_name="assays")
print([node.get_name() for node in naming.nodes], naming.count)
print(flow.run())
