"""Module-level state that tasks read: changed before the run, and by a function."""

import os

from ffc import RayWorkflow, task

CONFIG = {"gain": 2}
CONFIG["offset"] = 1
CONFIG.update(unit="K")

CHANNELS = []
CHANNELS.append("red")
CHANNELS += ["green"]

verbose = None
scale = 1


def configure(level):
    global verbose, scale
    verbose = level > 0
    scale = 10**level


def read_setting(name, default):
    return os.environ.get(name, default)


THRESHOLD = read_setting("SAMPLE_THRESHOLD", 3)
configure(2)


@task
def apply(value):
    result = CONFIG["gain"] * value + CONFIG["offset"]
    return f"{result * scale} {CONFIG['unit']}" + (" (verbose)" if verbose else "")


@task
def above(values):
    return [c for c, v in zip(CHANNELS, values, strict=True) if v > THRESHOLD]


flow = RayWorkflow(apply(3), above([5, 1]), workflow_name="settings")
print(flow.run(), len(CHANNELS))
