"""Apps of many nodes, written straight down, and what a Ray engineer would write for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

COUNT: Final = 2000

_APP: Final = """\
from ffc import RayWorkflow, task


@task
def step(x):
    return x + 1


"""

_BY_HAND: Final = """\
import ray


@ray.remote
def step(x):
    return x + 1


def main(address=None):
    ray.init(address)
"""


@dataclass(frozen=True)
class Pair:
    """An app, and the driver that a person would write for it."""

    name: str
    app: str
    by_hand: str


def independent() -> Pair:
    """Nodes that need nothing of each other, and all of their results."""
    nodes = [f"node{index} = step({index})" for index in range(COUNT)]
    leaves = ", ".join(f"node{index}" for index in range(COUNT))
    by_hand = f"print(sum(ray.get([step.remote(index) for index in range({COUNT})])))"
    return Pair(
        f"{COUNT} independent tasks",
        _app(nodes, leaves, "sum(flow.run())"),
        f"{_BY_HAND}    {by_hand}\n",
    )


def chain() -> Pair:
    """Nodes of which each needs the one before, and the result of the last."""
    nodes = ["node0 = step(0)"]
    nodes += [f"node{index} = step(node{index - 1})" for index in range(1, COUNT)]
    by_hand = ["node = 0", f"for _ in range({COUNT}):", "    node = step.remote(node)"]
    by_hand += ["print(ray.get(node))"]
    return Pair(
        f"a chain of {COUNT} tasks",
        _app(nodes, f"node{COUNT - 1}", "flow.run()"),
        _BY_HAND + "".join(f"    {line}\n" for line in by_hand),
    )


def _app(nodes: list[str], leaves: str, result: str) -> str:
    flow = f'flow = RayWorkflow({leaves}, workflow_name="bench")'
    return _APP + "\n".join([*nodes, flow, f"print({result})"]) + "\n"
