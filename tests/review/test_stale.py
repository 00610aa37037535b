"""What `ffc diff --graph` says of stored results is what the next run of the driver does.

The drivers of both versions run one after the other, on the stand-in for Ray, with one storage.
"""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache

import pytest
from syrupy.assertion import SnapshotAssertion

from ffc.compile import Compiled, compile_source
from ffc.diagnostics import Sink
from ffc.emit import Target
from ffc.review.changes import Review
from ffc.review.compare import Side, compare
from ffc.review.text import as_text
from ffc.source import SourceFile

from .apps import TESTS
from .edits import APP, EDITS, edited

# What a run computes may be what it was: the results go stale, or not.
COMPUTED = {
    "another way": ("limit = sum(SIZES)", "limit = sum(map(int, os.environ.get('X', '12')))"),
    "the same way": ("limit = sum(SIZES)", "limit = sum(map(int, os.environ.get('X', '13')))"),
}


@cache
def compiled(text: str) -> Compiled:
    sink = Sink()
    found = compile_source(SourceFile("app.py", None, text), Target(), sink)
    assert found is not None, sink.diagnostics
    return found


def review(old: str, new: str) -> Review:
    sides = Side(compiled(old)), Side(compiled(new))
    return compare("app.py", ("old", "new"), *sides)


def ran(pairs: list[tuple[str, str]]) -> list[tuple[set[str], set[str]]]:
    """For each pair of apps, the results that the second run left alone, and those it wrote."""
    drivers = [[compiled(old).driver, compiled(new).driver] for old, new in pairs]
    done = subprocess.run(
        [sys.executable, "-m", "tests.review.stored_runs"],
        input=json.dumps(drivers),
        capture_output=True,
        text=True,
        timeout=300,
        cwd=TESTS.parent,
    )
    assert done.returncode == 0, done.stderr
    return [({*kept}, {*wrote}) for kept, wrote in json.loads(done.stdout)]


def said(found: Review) -> tuple[set[str], set[str], set[str], set[str]]:
    """The files of results that are stale, may be, are not there yet, and are left over."""
    stale, may, new, left = set(), set(), set(), set()
    for flow in found.flows:
        workflow = flow.title.removeprefix("workflow ")
        if flow.results is not None:
            for one in flow.results.stale:
                (stale if one.sure else may).update(f"{workflow}/{name}" for name in one.nodes)
            new |= {f"{workflow}/{name}" for name in flow.results.new}
            left |= {f"{workflow}/{name}" for name in flow.results.orphaned}
    return stale, may, new, left


def test_stale_results_are_those_that_run_again() -> None:
    names = [name for name in EDITS if name != "other storage"]
    answers = ran([(APP, edited(name)) for name in names])
    total = 0
    for name, (kept, wrote) in zip(names, answers, strict=True):
        stale, may, new, left = said(review(APP, edited(name)))
        assert not may - {"week/counted", "week/best"}, name
        assert wrote - may == stale | new, name
        if name != "workflow renamed":
            assert left <= kept, name
        total += len(stale)
    assert total > 60


def test_what_a_run_computes_may_go_stale() -> None:
    base = APP.replace("import random", "import os\nimport random").replace(
        *COMPUTED["another way"]
    )
    other = base.replace("'12'", "'13'")
    stale, may, _, _ = said(review(base, other))
    assert not stale
    assert may == {"week/load_0003", "week/counted", "week/best"}
    ((_, wrote),) = ran([(base, other)])
    assert wrote == may
    moved = base.replace("    limit = ", "    unused = os.environ.get('Y')\n    limit = ")
    assert said(review(base, moved))[:3] == (set(), set(), set())


SEEDED = 'flow.set_plugin("large .*", RandomStatePlugin(0, 100, 5, seeded))'
PREPARED = 'flow.set_plugin("large .*", InitializerPlugin(tenfold))'
TENFOLD = """def tenfold():
    global SCALE
    SCALE = 10 * len("x")


@task
def load"""
LARGE = {"week/large 0", "week/large 1", "week/large 2", "week/best"}
# What is replaced in an app whose task makes a plugin's call itself, and the stale results.
SETUPS: dict[str, tuple[tuple[str, str], set[str]]] = {
    "other code": (('len("x")', 'len("xy")'), LARGE),
    "a comment": (("global SCALE\n", "global SCALE  # a module's\n"), set()),
    "twice": (
        ("InitializerPlugin(tenfold)", "PluginCollection([InitializerPlugin(tenfold)] * 2)"),
        LARGE,
    ),
    "gone": ((PREPARED, ""), LARGE),
    # Then a function around the task's own makes the call, which is the same to other nodes.
    "not for all nodes": (
        ("    extra", "    scores.append(fit_large([8]))\n    extra"),
        {"week/best"},
    ),
}


def test_results_of_tasks_that_plugins_prepare() -> None:
    """However the driver has the call, and also backwards: with the old app for the new one."""
    app = APP.replace("import Init", "import PluginCollection, Init").replace(SEEDED, PREPARED)
    app = app.replace("@task\ndef load", TENFOLD)
    assert "large_prepared" not in compiled(app).driver
    others = {name: app.replace(*change) for name, (change, _) in SETUPS.items()}
    assert "large_prepared" in compiled(others["not for all nodes"]).driver
    pairs = [pair for one in others.values() for pair in ((app, one), (one, app))]
    expected = [stale for _, stale in SETUPS.values() for _ in range(2)]
    for (old, new), wanted, (_, wrote) in zip(pairs, expected, ran(pairs), strict=True):
        stale, may, new_ones, _ = said(review(old, new))
        assert (stale, may, wrote) == (wanted, set(), wanted | new_ones), new


SHOWN = """
    comment; default of a parameter; constant; argument; one more pass; rename; seed; plugin gone
    default names move; insert in the middle; remove a node; workflow renamed; other storage
    function renamed; runtime_env; constructor; no name any more
"""


@pytest.mark.parametrize(
    "name", [one.strip() for one in SHOWN.replace("\n", ";").split(";") if one.strip()]
)
def test_text(name: str, snapshot: SnapshotAssertion) -> None:
    assert as_text([review(APP, edited(name))]) == snapshot
