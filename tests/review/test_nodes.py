"""`ffc nodes`: what a pattern finds is what `query` finds when the app runs."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from ffc.graphs.asked import Match, asked, matches
from ffc.graphs.listed import as_table
from ffc.graphs.model import Name
from ffc.graphs.text import width

from .apps import APPS, EXAMPLES, TESTS, arguments_of, graph, name_of, run_locally

Ffc = Callable[..., "subprocess.CompletedProcess[str]"]

PATTERNS = [".*a.*", "[a-z]+.*0", "(?i)[l-z].*"]


def test_patterns_find_what_a_local_run_finds() -> None:
    apps = [app for app in APPS if "wiring" not in name_of(app)]
    apps = [
        app
        for app in apps
        if not {"actor_dataclass", "questions", "residual_parameters"} & {app.parent.name}
    ]
    calls = [[str(app), arguments_of(app), pattern] for app in apps for pattern in PATTERNS]
    answers = run_locally(calls)
    exact = sure = 0
    for (_, _, pattern), there, app in zip(
        calls, answers, [app for app in apps for _ in PATTERNS], strict=True
    ):
        assert there is not None, name_of(app)
        mine = graph(app)
        found = {run: one for one in asked(mine, pattern) for run in one.workflow.runs}
        if all(loop.passes for loop in mine.loops) and not any(one.maybe for one in found.values()):
            names = [{node.name.text for node in found[run].nodes} for run in sorted(found)]
            assert names == [{*one} for one in there], (name_of(app), pattern)
            exact += 1
            sure += sum(map(len, names))
        else:
            known = {
                node.name.text for one in found.values() for node in one.nodes if node.name.known
            }
            every = {name for names in there for name in names}
            missed = {
                n.name.text for one in mine.workflows for n in one.nodes if n.name.known
            } - known
            assert not missed & every, (name_of(app), pattern)
    assert exact > 200 and sure > 200


@pytest.mark.parametrize(
    ("pattern", "name", "answer"),
    [
        ("fit .*", Name("fit 0"), Match.YES),
        ("fit", Name("fit 0"), Match.NO),
        (".*", Name("two\nlines"), Match.NO),
        ("fit .*", Name("load {day}", known=False, start="load "), Match.NO),
        ("fit .*", Name("fit {day}", known=False, start="fit "), Match.MAYBE),
        ("(left|right) .*", Name("halves {n}", known=False, start="halves "), Match.NO),
        ("(left|right) .*", Name("right {n}", known=False, start="right "), Match.MAYBE),
        ("(left|right)? ?.*", Name("halves {n}", known=False, start="halves "), Match.MAYBE),
        ("(left|) ?.*", Name("halves {n}", known=False, start="halves "), Match.MAYBE),
        (".*fit", Name("{day}", known=False), Match.MAYBE),
        ("load_.*", Name("load_{number}", known=False, given=False, start="load_"), Match.YES),
        ("load_0001", Name("load_{number}", known=False, given=False, start="load_"), Match.MAYBE),
        ("fit.*", Name("load_{number}", known=False, given=False, start="load_"), Match.NO),
    ],
)
def test_matches(pattern: str, name: Name, answer: Match) -> None:
    assert matches(re.compile(pattern), name) is answer


@pytest.mark.parametrize(
    ("app", "pattern"),
    [
        (EXAMPLES[0], ".*-model"),
        (EXAMPLES[1], None),
        (TESTS / "cases/plugins_loops/app.py", "[abc]|own.*"),
        (TESTS / "cases/storage/app.py", None),
        (TESTS / "graphs/plugins/app.py", "Thi"),
    ],
    ids=["classifiers", "reviews", "plugins_loops", "storage", "nearest"],
)
def test_table(app: Path, pattern: str | None, snapshot: SnapshotAssertion) -> None:
    assert as_table(graph(app), asked(graph(app), pattern), pattern) == snapshot


def test_lines_fit_a_terminal() -> None:
    for app in [app for app in APPS if "graphs" in name_of(app)]:
        for line in as_table(graph(app), asked(graph(app), ".*"), ".*").splitlines():
            assert width(line) <= 80, (name_of(app), line)


def test_command(ffc: Ffc) -> None:
    app = EXAMPLES[0]
    done = ffc("nodes", app, "--query", ".*judge")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "workflow classifiers: 2 of 16 nodes match '.*judge'",
        "  moons judge    Judge",
        "  circles judge  Judge",
    ]
    said = json.loads(ffc("nodes", app, "--query", ".*judge", "--format", "json").stdout)
    assert (said["format"], said["version"], said["query"]) == ("ffc-nodes", 1, ".*judge")
    assert [node["name"] for node in said["workflows"][0]["nodes"]] == [
        "moons judge",
        "circles judge",
    ]


def test_command_with_what_is_no_pattern(ffc: Ffc) -> None:
    for pattern in ("(", "[", "*", "a{4294967295}", "(?P<x"):
        done = ffc("nodes", EXAMPLES[0], "--query", pattern)
        assert (done.returncode, done.stdout) == (2, ""), pattern
        assert "is no pattern" in done.stderr and "Traceback" not in done.stderr
