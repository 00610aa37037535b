"""A list that a residual loop filled: ends, slices, length; other nodes in it."""

import os

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow

count = int(os.environ.get("FRAMES", "5"))


@workflow
def frame(number):
    return f"f{number}"


@workflow
def film(title, frames):
    return f"{title}: {' '.join(frames)}"


@workflow
def cut(one, other, length):
    return f"{one}..{other} of {length}"


frames = [frame(-1).set_name("title")]
for number in range(count):
    frames.append(frame(number).set_name(f"frame {number}"))
frames.append(frame(99).set_name("end"))

ends = cut(frames[0], frames[-1], len(frames))
second = cut(frames[1], frames[2], length=len(frames) - 2)
films = [
    film("all", frames),
    film("inner", frames[1:-1]),
    film("every other", frames[::2]),
    film("backwards", list(reversed(frames))),
    film("both ends", [*frames[:2], frames[-1]]),
]

flow = RayWorkflow(ends, second, *films, *frames[:2], workflow_name="film")
flow.query("frame .*").set_remote_args({"num_cpus": 0.5})
print(len(frames), frames[0].get_name())
print(*flow.run(return_results=True), sep="\n")
