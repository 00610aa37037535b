"""Loops whose variables are called like what drivers need themselves."""

import os

from ffc import RayWorkflow, task


@task
def remote(options, main=1):
    return f"{options}.{main}"


@task
def ray_get(*refs):
    return "/".join(refs)


def pack(get):
    return [remote(f"{get}{ray}", main=ray) for ray in (1, 2)]


address = os.environ.get("SOME_ADDRESS", "x y").split()
rows = [("init", 1), ("wait", 2)]
refs = []
for ray, row in rows:
    for args in pack(ray):
        refs.append(args)
    refs.append(remote(row).set_name(f"{ray}"))
nodes = []
for ref in address:
    node = remote(ref, main=ref).set_name(f"address {ref}")
    nodes.append(node)
for main, node in enumerate([*refs[:1], *nodes]):
    nodes.append(remote(main, main=node))

flow = RayWorkflow(ray_get(*refs), ray_get(*nodes), workflow_name="names")
flow.query("address .*").set_remote_args({"num_cpus": 0.5})
print(*flow.run(), sep="\n")
