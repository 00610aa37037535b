"""What it costs to store results, and what a second run takes: whole processes, in turn."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from ffc.compile import compile_source
from ffc.diagnostics import Sink
from ffc.emit import Target
from ffc.source import SourceFile

NODES: Final = 2000
ROUNDS: Final = 5
APP: Final = f"""
from ffc import RayWorkflow, storage_factory, task


@task
def step(x):
    return x + 1


@task
def total(*values):
    return sum(values)


options = {{"path": "FOLDER", "remoteArgs": {{"resources": {{"_disk": 0.001}}}}}}
storage = storage_factory({{"kind": "ray", "options": options}})
steps = [step(n).set_name(f"step {{n}}") for n in range({NODES - 1})]
flow = RayWorkflow(
    total(*steps).set_name("total"),
    workflow_name="bench",
    ray_init_args={{"resources": {{"_disk": 1}}}},
)
flow.set_storage(storage)
print(flow.run())
"""
# As functionfuse has it: a node asks a task whether it is stored, and one more task saves it.
BY_HAND: Final = f"""
import hashlib
import os
import pickle

import ray

WORKFLOW = "FOLDER/bench"
DISK = {{"resources": {{"_disk": 0.001}}}}


def step(x):
    return x + 1


def total(*values):
    return sum(values)


def file_exists(name):
    return os.path.exists(os.path.join(WORKFLOW, name))


@ray.remote(**DISK)
def save(name, result):
    if not file_exists(name):
        data = pickle.dumps(ray.get(result[0]))
        with open(os.path.join(WORKFLOW, name), "wb") as file:
            file.write(data + hashlib.sha1(data).digest())


@ray.remote
def execute(function, name, args):
    if ray.get(ray.remote(**DISK)(file_exists).remote(name)):
        raise NotImplementedError("this is the first run")
    return function(*(ray.get(a) if isinstance(a, ray.ObjectRef) else a for a in args))


def main():
    ray.init("local", resources={{"_disk": 1}})
    os.makedirs(WORKFLOW)
    saves = []

    def node(function, name, *args):
        result = execute.remote(function, name, args)
        saves.append(save.remote(name, (result,)))
        return result

    steps = [node(step, f"step {{n}}", n) for n in range({NODES - 1})]
    result = node(total, "total", *steps)
    ray.get(saves)
    print(ray.get(result))


main()
"""
IDLE: Final = """
import ray

ray.init("local")
"""
# Runs a script, and says how long it took behind `ray.init`.
_TIMED: Final = """
import contextlib, runpy, sys, time
import ray

start = ray.init

def init(*args, **kwargs):
    global began
    start(*args, **kwargs)
    began = time.perf_counter()

ray.init = init
sys.argv = sys.argv[1:]
with contextlib.suppress(SystemExit):
    runpy.run_path(sys.argv[0], run_name="__main__")
print("behind ray.init:", time.perf_counter() - began)
"""


@dataclass(frozen=True)
class _Took:
    """The seconds of a process, and those behind `ray.init`; what it printed."""

    whole: float
    run: float
    printed: str


def storage() -> None:
    """Prints the ratios; each process has a Ray of its own."""
    rounds = [_round(number) for number in range(ROUNDS)]
    print(f"{NODES} small nodes, {ROUNDS} rounds of all in turn, seconds of whole processes:")
    for name in rounds[0]:
        whole, run = (median(getattr(one[name], part) for one in rounds) for part in _PARTS)
        print(f"  {name}: {whole:.2f}, of them {run:.2f} behind ray.init")
    _ratio(rounds, "with storage", "without", 2.5)
    _ratio(rounds, "with storage", "functionfuse's way", 0.6)
    _ratio(rounds, "the second run", "Ray started and stopped", 1.2)


_PARTS: Final = ("whole", "run")


def _ratio(rounds: list[dict[str, _Took]], ours: str, other: str, most: float) -> None:
    pairs = [(one[ours], one[other]) for one in rounds]
    whole = median(one.whole / two.whole for one, two in pairs)
    run = median(one.run / two.run for one, two in pairs)
    print(f"  {ours} against {other}: ratio {whole:.2f} (at most {most})", end="")
    print("" if other == "Ray started and stopped" else f", behind ray.init {run:.2f}")


def _round(number: int) -> dict[str, _Took]:
    """One of each; which is first changes with the number, but a first run precedes its second."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        app = APP.replace("FOLDER", f"{folder}/ours")
        stored, plain = _driver(app), _driver(app.replace("flow.set_storage(storage)", ""))
        runs: Mapping[str, Callable[[], _Took]] = {
            "without": lambda: _took(folder, plain),
            "with storage": lambda: _took(folder, stored),
            "the second run": lambda: _took(folder, stored),
            "functionfuse's way": lambda: _took(folder, BY_HAND.replace("FOLDER", f"{folder}/by")),
            "Ray started and stopped": lambda: _took(folder, IDLE),
        }
        names = [*runs]
        first = (0, 1, 3)[number % 3]
        took = {one: runs[one]() for one in (*names[first:], *names[:first])}
        printed = {one.printed for one in took.values()} - {""}
        assert len(printed) == 1, "they do not compute the same"
        assert len([*(folder / "ours" / "bench").glob("[!.]*")]) == NODES
        assert len([*(folder / "by" / "bench").glob("[!.]*")]) == NODES
        return {one: took[one] for one in names}


def _driver(app: str) -> str:
    compiled = compile_source(SourceFile("app.py", None, app), Target(), Sink())
    assert compiled is not None
    return compiled.driver


def _took(folder: Path, script: str) -> _Took:
    path = folder / "script.py"
    path.write_text(script, encoding="utf-8")
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", _TIMED, str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=True,
        timeout=600,
    )
    whole = time.perf_counter() - start
    printed, _, run = done.stdout.rpartition("behind ray.init:")
    return _Took(whole, float(run), printed)
