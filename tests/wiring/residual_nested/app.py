"""Residual loops inside each other, the inner one as long as the outer one says."""

import os

from ffc import RayWorkflow, task

plan = os.environ.get("PLAN", "a:1,2,3;b:;c:5,8")


@task
def section(name):
    return f"[{name}]"


@task
def probe(section, depth):
    return f"{section}{depth}"


@task
def profile(section, probes):
    return f"{section} {' '.join(probes) or 'nothing'}"


profiles = []
everything = []
for entry in plan.split(";"):
    name, _, depths = entry.partition(":")
    place = section(name).set_name(f"section {name}")
    probes = []
    for depth in filter(None, depths.split(",")):
        node = probe(place, int(depth)).set_name(f"{name} at {depth}")
        probes.append(node)
        everything.append(node)
    profiles.append(profile(place, probes).set_name(f"profile {name}"))

flow = RayWorkflow(profile("all", everything), *profiles, workflow_name="profiles")
flow.query("section .*").set_remote_args({"num_cpus": 0.5})
flow.query("a at .*|b at .*|c at .*").set_remote_args({"max_retries": 1})
print(len(everything))
print(*flow.run(), sep="\n")
