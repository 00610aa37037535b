"""Nodes of a comprehension, to which a loop of the driver adds others."""

import os

from ffc import RayWorkflow, task


@task
def mill(part, speed):
    return f"{part} at {speed}"


@task
def pack(*parts):
    return " + ".join(parts)


parts = [mill(part, 10) for part in ("gear", "shaft")]
spares = {part: mill(part, 5).set_name(f"spare {part}") for part in ("bolt", "nut")}
for extra in os.environ.get("EXTRA_PARTS", "lid,seal").split(","):
    parts.append(mill(extra, 20))
    spares[extra] = mill(extra, 2)

box = pack(*parts)
print(RayWorkflow(box, *spares.values(), workflow_name="box").run())
