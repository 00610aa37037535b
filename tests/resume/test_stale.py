"""What changed runs again, with all that follows, and the driver says why; nothing else does."""

from __future__ import annotations

import pytest

from .case import Case

APP = '''
import random

RATE = 3
TABLE = {"a": [1, 2]}

def scale(x):
    return x * RATE

class Model:
    factor = 2

    def apply(self, x):
        return self.factor * x

@task
def load(name, size=2):
    ran("load")
    return list(range(size))

@task
def scaled(data):
    """Scales."""
    ran("scaled")
    return [scale(x) for x in data]

@task
def fitted(data, model):
    ran("fitted")
    return [model.apply(x) for x in data]

@task
def joined(*parts):
    ran("joined")
    return sum(map(sum, parts)) + len(TABLE["a"])

@task
def other(n):
    ran("other")
    return n

data = load("moons").set_name("data")
one = scaled(data).set_name("one")
two = fitted(data, Model()).set_name("two")
end = joined(one, two).set_name("end")
flow = RayWorkflow(end, other(5).set_name("alone"), workflow_name="w")
flow.set_storage(storage)
print(flow.run())
'''

CHANGES = {
    "code": (
        ("return n\n", "return n + 0\n"),
        ["other"],
        ["w: alone runs again: its code changed"],
    ),
    "code of one before others": (
        ("list(range(size))", "[*range(size)]"),
        ["fitted", "joined", "load", "scaled"],
        [
            "w: data runs again: its code changed",
            "w: one runs again: arguments changed: 1 (from data)",
            "w: two runs again: arguments changed: 1 (from data)",
            "w: end runs again: arguments changed: 1 (from one), 2 (from two)",
        ],
    ),
    "helper": (
        ("x * RATE", "RATE * x"),
        ["joined", "scaled"],
        [
            "w: one runs again: its code changed",
            "w: end runs again: arguments changed: 1 (from one)",
        ],
    ),
    "method of an argument's class": (
        ("self.factor * x", "x * self.factor"),
        ["fitted", "joined"],
        ["w: two runs again: arguments changed: 2"],
    ),
    "constant": (
        ("RATE = 3", "RATE = 4"),
        ["joined", "scaled"],
        ["w: one runs again: "],
    ),
    "constant inside": (('"a": [1, 2]', '"a": [1, 3]'), ["joined"], ["w: end runs again: "]),
    "argument": (
        ('load("moons")', 'load("moons", 3)'),
        ["fitted", "joined", "load", "scaled"],
        ["w: data runs again: arguments changed: 2"],
    ),
    "default of an argument": (("size=2", "size=3"), ["fitted", "joined", "load", "scaled"], []),
    "parent": (
        ("fitted(data, Model())", "fitted(one, Model())"),
        ["fitted", "joined"],
        ["w: two runs again: arguments changed: 1 (from one)"],
    ),
    "runtime_env": (
        (
            "flow.set_storage",
            'flow.query("alone").set_remote_args({"runtime_env": {"env_vars": {"A": "1"}}})\n'
            "flow.set_storage",
        ),
        ["other"],
        ["w: alone runs again: its runtime_env changed"],
    ),
    "plugin": (
        (
            "flow.set_storage",
            'flow.query("alone").set_plugins(InitializerPlugin(lambda: random.seed(1)))\n'
            "flow.set_storage",
        ),
        ["other"],
        ["w: alone runs again: its code changed"],
    ),
}

SAME = {
    "comments, layout and docstrings": [
        ("x * RATE", "(x\n        * RATE)  # by the rate"),
        ('"""Scales."""', '"""Makes things larger."""\n    # how?'),
        ("def other(n):", 'def other(\n    n,\n):\n    "Another."'),
        ("RATE = 3", "RATE = 0x3  # of course"),
        ("class Model:", 'class Model:\n    """What is fitted."""'),
    ],
    "what is not used": [("def scale(x):", "def unused():\n    return 1\n\ndef scale(x):")],
    "resources": [
        (
            "flow.set_storage",
            'flow.query("o.*").set_remote_args({"num_cpus": 0.5, "max_retries": 2})\n'
            "flow.set_storage",
        )
    ],
    "order": [
        ('@task\ndef other(n):\n    ran("other")\n    return n\n', ""),
        (
            "@task\ndef load",
            '@task\ndef other(n):\n    ran("other")\n    return n\n\n@task\ndef load',
        ),
    ],
    "names of variables": [("one = ", "first = "), ("joined(one", "joined(first")],
    "another workflow": [
        ("print(flow", 'print(RayWorkflow(other(1), workflow_name="x").run())\nprint(flow')
    ],
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_changed_runs_again(case: Case, change: str) -> None:
    (old, new), runs, says = CHANGES[change]
    assert old in APP
    case.app(APP)
    case.run()
    case.ran()
    case.app(APP.replace(old, new))
    again = case.run()
    assert case.ran() == runs
    for line in says:
        assert line in again.stderr, again.stderr
    assert len(again.stderr.splitlines()) == len(runs)
    quiet = case.run()
    assert (quiet.stdout, quiet.stderr, case.ran()) == (again.stdout, "", [])


@pytest.mark.parametrize("change", SAME)
def test_what_is_the_same_does_not(case: Case, change: str) -> None:
    case.app(APP)
    first = case.run()
    case.ran()
    text = APP
    for old, new in SAME[change]:
        assert old in text
        text = text.replace(old, new)
    case.app(text)
    again = case.run()
    assert again.stderr == ""
    assert again.stdout.endswith(first.stdout)
    assert case.ran() == (["other"] if change == "another workflow" else [])


def test_seeds(case: Case) -> None:
    """A seed more, or another, changes the node that has it."""
    app = """
import random

@task
def draw(name):
    ran(name)
    return random.randint(0, 10**9)

flow = RayWorkflow(draw("a").set_name("a"), draw("b").set_name("b"), workflow_name="w")
flow.query("QUERY").set_plugins(RandomStatePlugin(0, 9, SEED, random.seed))
flow.set_storage(storage)
print(flow.run())
"""
    case.app(app.replace("QUERY", ".*").replace("SEED", "4"))
    first = case.run()
    assert case.ran() == ["a", "b"]
    case.app(app.replace("QUERY", "a").replace("SEED", "4"))
    second = case.run()
    assert case.ran() == ["b"]
    assert second.stdout.split(",")[0] == first.stdout.split(",")[0]
    case.app(app.replace("QUERY", "a").replace("SEED", "5"))
    assert "w: a runs again: " in case.run().stderr
    assert case.ran() == ["a"]


STEPS = """
import random

import ffc as gb

def prepare():
    random.seed(1)

@gb.remote(num_cpus=0)
class Draw(gb.SourceStep):
    def load(self):
        return {"out": [{"n": ran("load", random.randint(0, 10**9))}]}

@gb.remote
def more(note):
    note["m"] = random.random()

@task
def drawn(notes):
    ran("drawn")
    return notes[0]["n"]

out = more.bind("out", Draw.remote())
flow = RayWorkflow(drawn(out["out"]).set_name("drawn"), workflow_name="w")
flow.set_plugin("Draw|more", InitializerPlugin(prepare))
flow.set_storage(storage)
print(flow.run())
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("random.seed(1)", "random.seed(2)"),
        ('"Draw|more"', '"more"'),
        ('"Draw|more"', '"Draw"'),
        ("InitializerPlugin(prepare)", "RandomStatePlugin(1, 9, 1, random.seed)"),
    ],
)
def test_plugins_of_steps(case: Case, old: str, new: str) -> None:
    """They are what the notes depend on, and so what is made of these."""
    assert old in STEPS
    case.app(STEPS)
    first = case.run()
    assert case.ran() == ["drawn", "load"]
    assert case.run().stdout == first.stdout
    assert case.ran() == []
    case.app(STEPS.replace(old, new))
    assert "w: drawn runs again: " in case.run().stderr
    assert case.ran() == ["drawn", "load"]


def test_resume_by_name_and_never(case: Case) -> None:
    case.app(APP)
    first = case.run()
    case.ran()
    case.app(APP.replace("x * RATE", "x * RATE + 1"))
    assert case.run("--resume=name").stdout == first.stdout
    assert case.ran() == []
    anew = case.run("--resume=never")
    assert anew.stdout != first.stdout
    assert len(case.ran()) == 5
    assert case.run().stdout == anew.stdout
    assert case.ran() == []


def test_fingerprints_in_every_process(case: Case) -> None:
    """Sets and dicts are the same whatever the hash seed; so is what is in containers."""
    case.app("""
import re
from fractions import Fraction

NAMES = {"alpha", "beta", "gamma", "delta"}
DEEP = {"x": frozenset([("a", frozenset("xyz")), ("b", frozenset("uvw"))])}

@task
def count(names, table, *more):
    ran("count")
    return len(names) + len(table) + len(NAMES) + len(DEEP) + ("eps" in {"eps", "zeta", "eta"})

names = {f"name{n}" for n in range(20)}
table = {"b": {1, "two", None}, "a": [{"x", "y"}, Fraction(1, 3), re.compile("a+")]}
node = count(names, table, {"k": frozenset(names)}, 1.5, b"x", sorted).set_name("count")
flow = RayWorkflow(node, workflow_name="w")
flow.set_storage(storage)
print(flow.run())
""")
    first = case.run_alone(PYTHONHASHSEED="1")
    assert case.ran() == ["count"]
    again = case.run_alone(PYTHONHASHSEED="2")
    assert (again.stdout, case.ran()) == (first.stdout, []), again.stderr
