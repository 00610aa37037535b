"""What plugins cost: nodes with them against plain nodes, and the processes that they start."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from typing import Final

from ffc.compile import compile_source
from ffc.diagnostics import Sink
from ffc.emit import Target
from ffc.source import SourceFile

from .running import main_of, pair_of_seconds, seconds

NODES: Final = 500
REPEATS: Final = 12
TURNS: Final = 3
APP: Final = f"""
import random

from ffc import InitializerPlugin, PluginCollection, RandomStatePlugin, RayWorkflow, task


def prepare():
    random.random()


@task
def draw(n):
    return n


@task
def all_of(*drawn):
    return sum(drawn)


flow = RayWorkflow(all_of(*[draw(n) for n in range({NODES})]), workflow_name="drawn")
seeds = RandomStatePlugin(0, 1_000_000, 0, random.seed)
PLUGINS
print(flow.run())
"""
GIVEN: Final = """
flow.query("draw.*").set_plugins(PluginCollection([InitializerPlugin(prepare), seeds]))
"""


def plugins() -> None:
    """Prints ratios; expects the cluster.

    Ray ends workers that have nothing to do for a second, if there are more of them than CPUs:
    where nodes of both kinds take turns, processes are started again and again.
    """
    prepared, plain = (main_of(_driver(APP.replace("PLUGINS", one))) for one in (GIVEN, ""))
    _, usual = _times(plain)
    first, later = _times(prepared)
    turns = median(sum(pair_of_seconds(prepared, plain, True)) for _ in range(TURNS))
    print(f"{NODES} nodes with two plugins against {NODES} plain ones:")
    print(f"  {later:.2f} s against {usual:.2f} s: ratio {later / usual:.2f}")
    print(f"  the first time {first:.2f} s: it starts a process for each CPU")
    print(f"  both in turn {turns:.2f} s: ratio {turns / (later + usual):.1f} to each by itself")


def _times(main: Callable[[], object]) -> tuple[float, float]:
    """The first time, and the usual one once all processes are there."""
    first = seconds(main)
    later = [seconds(main) for _ in range(REPEATS)]
    return first, median(later[REPEATS // 3 :])


def _driver(app: str) -> str:
    compiled = compile_source(SourceFile("app.py", None, app), Target(), Sink())
    assert compiled is not None
    return compiled.driver
