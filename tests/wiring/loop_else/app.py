"""Loops with an `else`: one that finds what it looks for, one that does not."""

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow

CATALOGUE = [("M31", 3.4), ("M33", 5.7), ("M81", 6.9), ("M101", 7.9)]


@workflow
def expose(name, seconds):
    return f"{name}/{seconds}s"


@workflow
def stack(frames, title):
    return f"{title}: {' + '.join(frames)}"


def exposures(limit):
    """Frames of all objects up to the first that is fainter than `limit`."""
    frames = []
    for name, magnitude in CATALOGUE:
        if magnitude > limit:
            title = f"stopped before {name}"
            break
        frames.append(expose(name, int(10 * magnitude)))
    else:
        frames.append(expose("dark", 5))
        title = "all of them"
    return stack(frames, title).set_name(f"limit {limit}")


bright = exposures(6)
everything = exposures(8)

tries = 0
while tries < 3:
    tries += 1
else:
    last = expose("flat", tries)

flow = RayWorkflow(bright, everything, last, workflow_name="stacks")
flow.query("limit 8").set_remote_args({"num_cpus": 1})
print(*flow.run(return_results=True), sep="\n")
