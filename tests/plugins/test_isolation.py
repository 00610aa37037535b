"""What a plugin does in a worker is seen by the nodes that have it, and by no other."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ffc.compile import compile_source
from ffc.diagnostics import Sink
from ffc.emit import Target
from ffc.source import SourceFile

Run = Callable[..., "subprocess.CompletedProcess[str]"]
ROUNDS = 24  # more nodes than the cluster has workers

# The precision of decimals is a setting of the process, as the default dtype of torch is.
LEAKING = f"""
import decimal
import json

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow
from functionfuse.backends.plugins import InitializerPlugin


def seven():
    decimal.getcontext().prec = 7


def nine():
    decimal.getcontext().prec = 9


@workflow
def precision(*before):
    return decimal.getcontext().prec


@workflow
def all_of(*before):
    return list(before)


def group(name, *before):
    nodes = [precision(*before).set_name(f"{{name}} {{i}}") for i in range({ROUNDS})]
    return all_of(*nodes).set_name(f"all {{name}}")


plain = group("plain")
low = group("low", plain)
high = group("high", plain)
again = group("again", low, high)
mixed = [precision(again).set_name(name * i) for i in range(1, 9) for name in ("p", "l", "h")]
flow = RayWorkflow(plain, low, high, again, all_of(*mixed), workflow_name="precisions")
flow.query("low.*|l+").set_plugins(InitializerPlugin(seven))
flow.query("high.*|h+").set_plugins(InitializerPlugin(nine))
print(json.dumps(flow.run()))
"""

# Each task makes the call itself.
WITHIN = f"""
import decimal
import json

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow
from functionfuse.backends.plugins import InitializerPlugin


def seven():
    decimal.getcontext().prec = 7


def nine():
    decimal.getcontext().prec = 9


@workflow
def plain(*before):
    return decimal.getcontext().prec


@workflow
def low(*before):
    return decimal.getcontext().prec


@workflow
def high(*before):
    return decimal.getcontext().prec


nodes = []
for i in range({ROUNDS}):
    nodes += [plain(*nodes[-3:]), low(*nodes[-3:]), high(*nodes[-3:])]
flow = RayWorkflow(*nodes, *(plain(node) for node in nodes), workflow_name="precisions")
flow.query("low.*").set_plugins(InitializerPlugin(seven))
flow.query("high.*").set_plugins(InitializerPlugin(nine))
print(json.dumps(flow.run()))
"""

# Actors may start in processes that tasks have used, and tasks in those that are left.
STEPS = """
import decimal
import json

import ffc as gb
from ffc import InitializerPlugin, RayWorkflow, task


def seven():
    decimal.getcontext().prec = 7


@task
def precision(*before):
    return decimal.getcontext().prec


@gb.remote(num_cpus=0)
class Numbers(gb.SourceStep):
    def load(self):
        return {"out": [{"found": [decimal.getcontext().prec]}]}


@gb.remote(num_cpus=0)
def look(note):
    note["found"].append(decimal.getcontext().prec)


@task
def all_of(notes, *before):
    return [*notes[0]["found"], *before]


first = [precision() for _ in range(8)]
numbers = Numbers.remote()
seen = look.bind("out", look.bind("out", look.bind("out", numbers)))
other = look.bind("out", Numbers.remote())
found = all_of(seen["out"], *first)
others = all_of(other["out"], *(precision(found) for _ in range(8)))
flow = RayWorkflow(found, others, workflow_name="steps")
flow.query("Numbers|look.2").set_plugin(InitializerPlugin(seven))
print(json.dumps([flow.run(), flow.run()]))
"""

RETRIED = """
import os
import random
import sys

from ffc import RandomStatePlugin, RayWorkflow, task


@task
def draw(path):
    if not os.path.exists(path):
        with open(path, "w"):
            pass
        os.kill(os.getpid(), 9)
    return random.random()


nodes = [draw(f"{sys.argv[1]}/{i}") for i in range(2)]
flow = RayWorkflow(*nodes, workflow_name="retried")
flow.query().set_plugin(RandomStatePlugin(1, 2, 1, random.seed))
print(flow.run())
"""

DRAWN = """
import random
import sys

from ffc import RandomStatePlugin, RayWorkflow, task


@task
def draw(*before):
    return random.randint(0, 10**9)


first = [draw() for _ in range(10)]
nodes = [*first, *(draw(one) for one in first)]
init = {"num_cpus": int(sys.argv[1]), "include_dashboard": False}
flow = RayWorkflow(*nodes, workflow_name="drawn", ray_init_args=init)
flow.query().set_plugin(RandomStatePlugin(0, 13, 7, random.seed))
print(flow.run())
"""


def driver_of(app: str, folder: Path) -> Path:
    sink = Sink()
    compiled = compile_source(SourceFile("app.py", None, app), Target(), sink)
    assert compiled is not None, [found.message for found in sink.diagnostics]
    path = folder / "driver.py"
    path.write_text(compiled.driver, encoding="utf-8")
    return path


def found(done: subprocess.CompletedProcess[str]) -> list[list[int]]:
    assert done.returncode == 0, done.stderr[-3000:]
    result: list[list[int]] = json.loads(done.stdout)
    return result


def test_nodes_without_a_plugin_never_see_it(run_driver: Run, tmp_path: Path) -> None:
    plain, low, high, again, mixed = found(run_driver(driver_of(LEAKING, tmp_path)))
    usual = [28] * ROUNDS
    assert (plain, low, high, again) == (usual, [7] * ROUNDS, [9] * ROUNDS, usual)
    assert mixed == [28, 7, 9] * 8


def test_calls_within_a_task_are_seen_by_no_other(run_driver: Run, tmp_path: Path) -> None:
    driver = driver_of(WITHIN, tmp_path)
    assert "_prepared" not in driver.read_text().partition("# What follows")[0]
    assert found(run_driver(driver)) == [28, 7, 9] * ROUNDS + [28] * (3 * ROUNDS)


def test_they_would_see_it_in_the_same_processes(run_driver: Run, tmp_path: Path) -> None:
    """So that the test above is one."""
    driver = driver_of(LEAKING, tmp_path)
    text, count = re.subn(r"@ray.remote\(runtime_env=.*\)", "@ray.remote", driver.read_text())
    driver.write_text(text)
    _, _, _, again, _ = found(run_driver(driver))
    assert count == 2
    assert set(again) - {28}


def test_steps_without_a_plugin_never_see_it(run_driver: Run, tmp_path: Path) -> None:
    done = run_driver(driver_of(STEPS, tmp_path))
    assert done.returncode == 0, done.stderr[-3000:]
    expected = [[7, 28, 7, 28, *[28] * 8], [28] * 10]
    assert json.loads(done.stdout.splitlines()[-1]) == [expected, expected]


def test_a_node_that_is_run_again_has_its_seed(run_driver: Run, tmp_path: Path) -> None:
    done = run_driver(driver_of(RETRIED, tmp_path), str(tmp_path))
    assert done.returncode == 0, done.stderr[-3000:]
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix == "") == ["0", "1"]
    assert json.loads(done.stdout.splitlines()[-1]) == [
        random.Random(seed).random() for seed in (2, 1)
    ]


@pytest.mark.parametrize("cpus", ["1", "2"])
def test_seeds_are_the_same_for_any_number_of_workers(cpus: str, tmp_path: Path) -> None:
    command = [sys.executable, str(driver_of(DRAWN, tmp_path)), cpus]
    own = {key: value for key, value in os.environ.items() if key != "RAY_ADDRESS"}
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, env=own)
    assert done.returncode == 0, done.stderr[-3000:]
    seeds = [8, 9, 10, 11, 12, 13, *range(14)]
    assert json.loads(done.stdout) == [random.Random(seed).randint(0, 10**9) for seed in seeds]
