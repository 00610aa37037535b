"""Defaults of parameters: constants, computed values, functions, classes of the app."""

import math
import os

from ffc import RayWorkflow, task

TURN = 2 * math.pi
WIDTH = int(os.environ.get("SAMPLE_WIDTH", 6))


def plain(value):
    return f"{value:.3f}"


class Frame:
    left, right = "[", "]"


@task
def angle(part, turn=TURN, *, show=plain, steps=(1, 2), frame=Frame):
    values = [show(part * turn * step) for step in steps]
    return frame.left + " ".join(values) + frame.right


@task
class Ruler:
    unit = f"{WIDTH} px"

    def __init__(self, width=WIDTH, marks=[0, 1]):  # noqa: B006
        self.width = width
        self.marks = list(marks)

    def place(self, at=WIDTH // 2, mark="|"):
        return " " * at + mark * (self.width - at) + self.unit

    def both(self, first=None, second={"at": 1}):  # noqa: B006
        return first or self.place(**second)


ruler = Ruler()
flow = RayWorkflow(
    angle(0.5),  # half a turn
    angle(1, 360, show=repr, steps=[3]),
    ruler.place(),
    ruler.both(),
    workflow_name="defaults",
)
print(*flow.run(), sep="\n")
