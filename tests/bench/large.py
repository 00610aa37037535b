"""Large apps, for how the compiler's time and memory grow with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

_HEAD: Final = """\
import math
import os

from ffc import RayWorkflow, task


@task
def step(x, y=0, name=""):
    return x


"""

_FUNCTION: Final = '''\
LIMIT_{0} = {0} * 2  # how far it goes


{1}
def work_{0}(x, scale=1.0, *, name="none", values=(1, 2)):
    """Does a part of the work."""
    total = 0.0
    for index, value in enumerate(values):
        # what is too small counts, too
        total += math.sqrt(value * scale) + index * LIMIT_{0}
        if total > 100 and (index % 2 == 0 or x is None):
            total = min(total, [v**2 for v in values if v][0])
    return {{"name": name, "total": total, "x": x}}


'''

_WIRING: Final = (
    'part_{0} = work_{1}(part_{2}, scale={0} / 2, name="part {0}", values=[{0}, {1}, {2}])',
    "part_{0} = work_{1}([part_{2}, part_{3}], scale=LIMIT_{1} + 1)",
    'part_{0} = work_{1}(part_{2}, name=f"n_{{LIMIT_{1}}}").set_name("number {0}")',
    'part_{0} = work_{1}(part_{2}, float(os.environ.get("SCALE_{0}", "1")))',
)


@dataclass(frozen=True)
class Large:
    """An app that `write` makes as large as it is asked to; `sizes` are one and its double."""

    name: str
    sizes: tuple[int, int]
    write: Callable[[int], str]


def lines(count: int) -> str:
    """An app of `count` lines: half of them functions and tasks, half wiring."""
    functions = count // 30
    text = _HEAD
    for number in range(functions):
        text += _FUNCTION.format(number, "# a helper" if number % 3 == 0 else "@task")
    text += "part_0 = step(0)\n"
    tasks = [number for number in range(functions) if number % 3]
    for number in range(1, count - text.count("\n") - 1):
        wiring = _WIRING[number % len(_WIRING)]
        task = tasks[number % len(tasks)]
        text += wiring.format(number, task, number - 1, number // 2) + "\n"
    return text + _run(f"part_{number}")


def straight(count: int) -> str:
    """An app that makes `count` nodes, one in each line."""
    nodes = (
        f"node_{index} = step({f'node_{index - 1}' if index % 10 else 0}, {index})\n"
        for index in range(count)
    )
    leaves = ", ".join(f"node_{index}" for index in range(9, count, 10))
    return _HEAD + "".join(nodes) + _run(leaves)


def nested(count: int) -> str:
    """An app that makes `count` nodes in loops of 50 passes inside each other."""
    return _HEAD + "".join(_loops(count)) + _run("*nodes")


def _loops(count: int) -> Iterator[str]:
    yield "nodes = []\n"
    yield f"for a in range({count // 50}):\n"
    yield "    for b in range(50):\n"
    yield '        nodes.append(step(a, a * b, name=f"{a} and {b}"))\n'


def _run(leaves: str) -> str:
    return f'flow = RayWorkflow({leaves}, workflow_name="bench")\nflow.run()\n'


LARGE: Final = (
    Large("lines", (2500, 5000), lines),
    Large("nodes, one a line", (5000, 10_000), straight),
    Large("nodes in nested loops", (5000, 10_000), nested),
)
