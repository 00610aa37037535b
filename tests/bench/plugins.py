"""What plugins cost: nodes with them against plain nodes, and the processes that they start."""

from __future__ import annotations

from statistics import median
from typing import Final

from ffc.compile import compile_source
from ffc.diagnostics import Sink
from ffc.emit import Target
from ffc.source import SourceFile

from .running import main_of, pair_of_seconds, seconds

NODES: Final = 500
REPEATS: Final = 6
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
    """Prints both; expects the cluster."""
    with_plugins, plain = (main_of(_driver(APP.replace("PLUGINS", one))) for one in (GIVEN, ""))
    seconds(plain)
    first = seconds(with_plugins)
    times = [pair_of_seconds(with_plugins, plain, i % 2 == 0) for i in range(REPEATS)]
    ours, others = (median(column) for column in zip(*times, strict=True))
    ratio = median(one / other for one, other in times)
    print(f"{NODES} nodes with two plugins, {REPEATS} times in turn with {NODES} plain ones:")
    print(f"  {ours:.3f} s against {others:.3f} s: ratio {ratio:.3f}")
    print(f"  the first time {first:.3f} s: ratio {first / others:.1f}; it starts the processes")


def _driver(app: str) -> str:
    compiled = compile_source(SourceFile("app.py", None, app), Target(), Sink())
    assert compiled is not None
    return compiled.driver
