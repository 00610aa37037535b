"""The judges themselves: what they must see, and what they must not mind."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from .generator.app import generate
from .judging.judge import Judge, Kind, Mode, Verdict, judge, judge_again
from .judging.runner import Ran
from .judging.runs import Simulation, unlike, wiring_of
from .judging.smaller import smaller
from .judging.strict import Illegal, run_legal
from .judging.undefined import undefined

ROOT = Path(__file__).parent.parent.parent

APP = """
from ffc import RayWorkflow, task


@task
def join(*parts):
    return "".join(map(str, parts))


{}
"""
DRIVER = """
import ray


@ray.remote
def join(*parts):
    return "".join(map(str, parts))


@ray.remote
class Log:
    def __init__(self, first):
        self.lines = [first]

    def add(self, line):
        self.lines.append(line)
        return self.lines


ray.init()
{}
"""


def app(wiring: str) -> str:
    return APP.format(wiring)


def simulated(wiring: str) -> Ran:
    return Simulation().run(DRIVER.format(wiring))


@pytest.mark.parametrize("seed", range(3))
def test_same_seed_same_app(seed: int) -> None:
    """In other processes too, which have other hashes of strings."""
    code = f"from tests.property.generator.app import generate; print(generate({seed}).source)"
    command = [sys.executable, "-X", "utf8", "-c", code]
    made = {
        subprocess.run(
            command, cwd=ROOT, capture_output=True, env={"PYTHONHASHSEED": hashes}
        ).stdout
        for hashes in ("1", "2")
    }
    assert made == {f"{generate(seed).source}\n".encode()}


@pytest.mark.parametrize(
    "wiring",
    [
        "print(join(1))\nRayWorkflow(join(2), workflow_name='w').run()",
        "name = f'{join(1)}'\nRayWorkflow(join(2), workflow_name='w').run()",
        "parts = [1]\nflow = RayWorkflow(join(parts), workflow_name='w')\nparts.append(2)",
        "RayWorkflow(workflow_name='w').run()",
        "@task\ndef f():\n    return a\n\n\na = 1\nflow = RayWorkflow(f(), workflow_name='w')\n"
        "a = 2\nflow.run()",
        "while True:\n    pass",
        "nodes = [join(0)]\nfor one in nodes:\n    nodes.append(join(one))",
        "print('no run')",
    ],
)
def test_illegal_apps(wiring: str) -> None:
    with pytest.raises(BaseException) as raised:
        run_legal(app(wiring))
    assert isinstance(raised.value, Illegal) or "does not end" in str(raised.value)


def test_two_names_for_one_object() -> None:
    """The library hands out what a task returned; Ray hands out copies."""
    source = """
@task
def same(value):
    return value


kept = [1]
found = RayWorkflow(same(kept), workflow_name="w").run()
found.append(2)
print(kept)
"""
    with pytest.raises(Illegal, match="two names"):
        run_legal(app(source))


def test_simulation_copies_values() -> None:
    ran = simulated("parts = [1]\nref = join.remote(parts)\nparts.append(2)\nprint(ray.get(ref))")
    assert ran == Ran("[1]\n", "")
    ran = simulated(
        "log = Log.remote(0)\na, b = log.add.remote(1), log.add.remote(2)\nprint(ray.get([a, b]))"
    )
    assert ran == Ran("[[0, 1], [0, 1, 2]]\n", "")


def test_simulation_resolves_only_what_ray_does() -> None:
    ran = simulated("one = join.remote(1)\nprint(ray.get(join.remote(one, 2)))")
    assert ran == Ran("12\n", "")
    ran = simulated("one = join.remote(1)\nprint(ray.get(join.remote([one])) == '[1]')")
    assert ran == Ran("False\n", "")


@pytest.mark.parametrize(
    ("wiring", "error"),
    [
        ("one = join.remote(1)\nray.wait([one, one], num_returns=2)", "refs that differ"),
        ("join.options(num_cpu=1).remote()", "num_cpu"),
        ("a, b = join.options(num_returns=2).remote(1)\nray.get(b)", "returns 1 values, not 2"),
        ("join(1)", "not callable"),
        ("raise SystemExit(3)", "SystemExit: 3"),
    ],
)
def test_simulation_fails_where_ray_does(wiring: str, error: str) -> None:
    assert error in simulated(wiring).error


def test_simulation_raises_what_a_task_raised() -> None:
    wiring = "ref = Log.remote(0).add.remote(1, 2)"
    wiring += "\ntry:\n    ray.get(join.remote(ref))\nexcept TypeError:\n    print('seen')"
    assert simulated(wiring) == Ran("seen\n", "")


THREADS = """
import sys
import time
from threading import Thread

from tests.property.judging.calls import Calls

names = {}
exec(compile("def app(number):\\n    return number\\n", "app.py", "exec"), names)
calls = Calls()


def slowly(event, arguments):  # another thread comes in between
    if event == "sys.setprofile":
        time.sleep(1e-5)


def work():
    for _ in range(50):
        calls.within(lambda: names["app"](7))


sys.addaudithook(slowly)
threads = [Thread(target=work) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(dict(calls.made))
"""


def test_calls_of_many_threads_are_noted() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", THREADS], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (ran.stdout, ran.stderr) == ("{'app(number=7)': 400}\n", "")


def test_verdicts() -> None:
    source = app("print(RayWorkflow(join(1), workflow_name='w').run())")
    assert judge(source, "1\n", None).kind is Kind.RIGHT
    assert judge(source, "1\n", lambda driver: Ran("1\n", "")).kind is Kind.RIGHT
    assert judge(source, "1\n", lambda driver: Ran("2\n", "")).kind is Kind.DIFFERS
    assert judge(source, "1\n", lambda driver: Ran("1\n", "Error: no")).kind is Kind.FAILED
    said = "StorageProblem: 2 nodes are called 'a': a storage could not tell their results apart."
    same_name = judge(source, "1\n", lambda driver: Ran("", said))
    assert (same_name.codes, same_name.is_failure) == (("FFC651",), False)
    refused = judge(app("print(join(1).size)"), "", None)
    assert (refused.kind, refused.codes, refused.is_failure) == (Kind.REFUSED, ("FFC207",), True)


def test_second_run_stores_nothing_anew(tmp_path: Path) -> None:
    """One that prints the same may have run what is stored."""
    verdict = Verdict(Kind.RIGHT, driver="driver")
    (tmp_path / "flow").mkdir()
    result, wanted = tmp_path / "flow" / "add_0000", tmp_path / "flow" / ".wanted"

    def put(path: Path) -> None:
        path.with_name("new").write_text("{}")
        path.with_name("new").replace(path)

    def run(anew: Path, printed: str = "3") -> Callable[[str], Ran]:
        def ran(_: str) -> Ran:
            put(anew)
            return Ran(printed, "")

        return ran

    same = run(wanted)
    assert judge_again(verdict, "3", same, tmp_path).kind is Kind.FAILED, "nothing is stored"
    wanted.write_text('{"add_0000": ""}')
    assert judge_again(verdict, "3", same, tmp_path).kind is Kind.FAILED, "it is not stored"
    put(result)
    assert judge_again(verdict, "3", same, tmp_path).kind is Kind.RIGHT
    assert judge_again(verdict, "3", run(wanted, "4"), tmp_path).kind is Kind.DIFFERS
    again = judge_again(verdict, "3", run(result), tmp_path)
    assert (again.kind, again.details) == (Kind.AGAIN, "flow/add_0000")
    more = judge_again(verdict, "3", run(result.with_name("add_0001")), tmp_path)
    assert (more.kind, more.details) == (Kind.AGAIN, "flow/add_0001")


def test_undefined_names() -> None:
    source = """
import os
x = [y for y in os.environ if y != z]
def f(a, *b):
    global made
    made = a
    def inner():
        return a, b, c, len, made, later
    return inner
class D(f):
    e = g
    def h(self): return e
later = __name__
"""
    assert undefined(source) == ["z", "c", "g", "e"]


def test_names_and_options_are_compared() -> None:
    source = app(
        "flow = RayWorkflow(join(1).set_name('one'), workflow_name='w')\n"
        "flow.query('one').set_remote_args({'num_cpus': 2})\nprint(flow.run())"
    )
    done = ["'one' with [('num_cpus', 2)]", "join(parts=(1,))"]
    assert list(wiring_of(source).done) == done
    assert Judge(Mode.SIMULATE).verdict(source, "1\n").kind is Kind.RIGHT


def test_what_a_run_does_not_reach_may_run() -> None:
    source = app(
        "a, b = join(1), join(2).set_name('idle')\nc = join(a, 3).set_name('spare')\n"
        "print(RayWorkflow(a, workflow_name='w').run())"
    )
    wiring = wiring_of(source)
    both = ["join(parts=(1,))", "None with []"]
    spare, idle = (
        ["join(parts=('1', 3))", "'spare' with []"],
        ["join(parts=(2,))", "'idle' with []"],
    )
    assert sorted(wiring.done) == sorted([*both, *spare])
    assert unlike(wiring, Counter([*both, *idle])) == ({}, {})
    assert unlike(wiring, Counter(both[1:])) == ({both[0]: 1}, {})
    assert unlike(wiring, Counter([*both, *spare, *idle, *idle]))[1] == dict.fromkeys(idle, 2)


class Picky(Judge):
    """Takes every app for wrong that makes a node of 2."""

    def __init__(self) -> None:
        super().__init__(Mode.LOCAL)

    def verdict(self, app: str, printed: str) -> Verdict:
        return Verdict(Kind.DIFFERS if "join(2" in app else Kind.RIGHT)


def test_smaller_app_with_the_same_verdict() -> None:
    source = app(
        "a = join(1)\nb = [join(2, a), a]\nfor i in range(3):\n    print(i)\n"
        "if b:\n    print(RayWorkflow(a, b[0], workflow_name='w').run())\nprint(len(b))"
    )
    assert run_legal(source)
    reduced = smaller(source, Verdict(Kind.DIFFERS), Picky())
    assert run_legal(reduced) == ""
    assert "join(2)" in reduced
    assert "print" not in reduced
    assert "range" not in reduced
