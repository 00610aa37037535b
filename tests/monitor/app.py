"""An app that ends in one of many ways, and its driver."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ffc.compile import compile_source
from ffc.diagnostics import Sink
from ffc.emit import Target
from ffc.source import SourceFile

APP = '''
"""Adds numbers, or fails in one of many ways."""

import os
import sys
import threading
import time

from ffc import RayWorkflow, task
from ffc.plugins import InitializerPlugin


@task
def number(n, seconds=0.0):
    """A number, after some time."""
    time.sleep(seconds)
    return n


def note():
    os.environ["PREPARED"] = "yes"


def half(n):
    raise ValueError(f"{n} is odd")


@task
def halved(n, way="raise"):
    if way == "raise":
        return half(n)
    if way == "die":
        os._exit(1)
    if way == "result":
        return threading.Lock()
    error = ValueError("held a lock")
    error.lock = threading.Lock()
    raise error


@task
class Counter:
    """Counts."""

    def __init__(self, start):
        self.count = start
        if start < 0:
            raise ValueError("begins below nothing")

    def add(self, n):
        if n < 0:
            time.sleep(0.5)  # so that the calls before are over
            os._exit(1)
        self.count += n
        return self.count


@task
def pair(given):
    first, second = given
    return first, half(second)


@task
def total(*numbers):
    return sum(numbers)


numbers = [number(n, 0.01).set_name(f"number {n}") for n in range(6)]
good = total(*numbers).set_name("good")
'''


_HALVED = """
bad = halved(numbers[3], way="{way}").set_name("bad")
most = total(total(bad, good).set_name("more"), 1).set_name("most")
flow = RayWorkflow(most, good, workflow_name="sums")
flow.query("bad").set_remote_args({{"num_cpus": 0.5, "max_retries": 0}})
print(flow.run())
"""
WAYS = {
    "right": """
print(RayWorkflow(good, workflow_name="sums").run())
""",
    "raise": _HALVED.format(way="raise"),
    "die": _HALVED.format(way="die"),
    "result": _HALVED.format(way="result"),
    "error": _HALVED.format(way="error"),
    "actor": """
counter = Counter(-1)
print(RayWorkflow(counter.add(1), counter.add(2), good, workflow_name="sums").run())
""",
    "actor dies": """
counter = Counter(1)
calls = [counter.add(1), counter.add(-2), counter.add(3)]
print(RayWorkflow(*calls, workflow_name="sums").run())
""",
    "around": """
odd = pair([numbers[3], numbers[4]]).set_name("pair")
flow = RayWorkflow(total(odd[0], odd[1]), workflow_name="sums")
setup = InitializerPlugin(note)
flow.query("pair").set_plugins(setup)
print(flow.run())
""",
    "two": """
halves = [halved(n).set_name(f"half {n}") for n in (1, 3)]
print(RayWorkflow(*halves, workflow_name="sums").run())
""",
    "late": """
slow = number(7, 3).set_name("slow")
after = total(slow, good).set_name("after")
print(RayWorkflow(halved(1).set_name("bad"), after, workflow_name="sums").run())
""",
    "unserved": """
flow = RayWorkflow(number(1).set_name("large"), workflow_name="sums")
flow.query("large").set_remote_args({"num_gpus": 64})
print(flow.run())
""",
    "long": """
long = [number(n, 60).set_name(f"long {n}") for n in range(40)]
print(RayWorkflow(total(*long), workflow_name="sums").run())
""",
    "main": """
print(RayWorkflow(good, workflow_name="sums").run())
print({}["nothing"])
""",
    "own": """
print(RayWorkflow(good, workflow_name="sums").run(), "--verbose" in sys.argv)
""",
}


@cache
def driver(way: str) -> str:
    """The text of the driver of one of the `WAYS`."""
    sink = Sink()
    target = Target("app.py", "ffc compile app.py")
    source = SourceFile("app.py", None, APP.lstrip() + WAYS[way])
    result = compile_source(source, target, sink)
    assert result is not None, [one.message for one in sink.diagnostics]
    return result.driver


def written(way: str, folder: Path) -> Path:
    """The driver as a file in a folder."""
    path = folder / "app_driver.py"
    path.write_text(driver(way), encoding="utf-8")
    return path
