"""Any two apps can be compared, in every form; an app and itself are the same."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from ffc.compile import compile_source
from ffc.diagnostics import Sink
from ffc.emit import Target
from ffc.frontend import modules_of, read
from ffc.graphs.text import width
from ffc.review.as_json import as_json
from ffc.review.changes import Kind, Review, What
from ffc.review.compare import Side, compare
from ffc.review.markdown import as_markdown
from ffc.review.text import as_text
from ffc.source import SourceFile

from .apps import APPS, EXAMPLES, TESTS, name_of

# Nodes of all kinds; steps made of classes by a call among them.
ALWAYS = [*EXAMPLES, TESTS / "graphs" / "resources" / "app.py"]
SOME = [*ALWAYS, *(app for app in APPS[len(EXAMPLES) :: 9] if app not in ALWAYS)]


@cache
def side(app: Path) -> Side:
    source = read("app.py", app, b"", Sink())
    assert source is not None
    compiled = compile_source(source, Target(), Sink(), modules_of(source))
    assert compiled is not None
    return Side(compiled)


@pytest.mark.parametrize("app", SOME, ids=name_of)
def test_same_app_and_another(app: Path) -> None:
    mine, other = side(app), side(SOME[(SOME.index(app) + 1) % len(SOME)])
    same = compare("app.py", ("old", "new"), mine, mine)
    assert same.is_empty
    assert as_text([same]) == "app.py (old to new): the same graph\n"
    for flow in same.flows:
        if flow.results is not None:
            assert not (flow.results.stale or flow.results.new or flow.results.orphaned)
    for old, new in ((mine, other), (mine, None), (None, mine)):
        review = compare("app.py", ("old", "new"), old, new)
        assert not review.is_empty
        for line in as_text([review]).splitlines():
            assert width(line) <= 80, line
        assert as_markdown([review]).count("<details>") == sum(
            not flow.is_empty for flow in review.flows
        )
        (said,) = json.loads(as_json([review]))["sources"]
        counted = sum(len(one["names"]) for flow in said["workflows"] for one in flow["nodes"])
        assert counted == sum(len(one.names) for flow in review.flows for one in flow.changes)


def of_texts(old: str, new: str) -> Review:
    sides = []
    for text in (old, new):
        compiled = compile_source(SourceFile("app.py", None, text), Target(), Sink())
        assert compiled is not None
        sides.append(Side(compiled))
    return compare("app.py", ("old", "new"), *sides)


HEAD = """\
import sys

from ffc import RayWorkflow, task


@task
def load(n):
    return n


@task
def add(a, b=1):
    return a + b


"""
END = "\nprint(RayWorkflow(leaf, workflow_name='w').run())\n"


def changes(old: str, new: str) -> list[tuple[What, tuple[tuple[str | None, str | None], ...]]]:
    review = of_texts(HEAD + old + END, HEAD + new + END)
    return [(one.what, one.names) for flow in review.flows for one in flow.changes]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "leaf = add(load(1).set_name('a')).set_name('b')",
            "leaf = add(load(1).set_name('c')).set_name('b')",
            [(What.RENAMED, (("a", "c"),))],
            id="renamed",
        ),
        pytest.param(
            "leaf = add(load(1)).set_name('b')",
            "leaf = add(load(1).set_name('c')).set_name('b')",
            [(What.RENAMED, (("load_0000", "c"),))],
            id="named",
        ),
        pytest.param(
            "leaf = add(load(1), load(2))",
            "leaf = add(load(3), add(load(1), load(2)))",
            [
                (What.ADDED, ((None, "load_0000"),)),
                (What.ADDED, ((None, "add_0001"),)),
            ],
            id="numbers that move",
        ),
        pytest.param(
            "leaf = add(load(1).set_name('a'), load(2).set_name('b'))",
            "leaf = add(load(2).set_name('a'), load(1).set_name('b'))",
            [(What.CHANGED, (("a", "a"),)), (What.CHANGED, (("b", "b"),))],
            id="names say more than arguments",
        ),
        pytest.param(
            "leaf = add(load(1).set_name('a')).set_name('b')",
            "leaf = add(add(load(1).set_name('a'), 2).set_name('between')).set_name('b')",
            [(What.ADDED, ((None, "between"),)), (What.CHANGED, (("b", "b"),))],
            id="in between",
        ),
        pytest.param(
            "leaf = load(1)\nfor n in (1, 2, 3):\n    leaf = add(leaf, n).set_name(f'n {n}')",
            "leaf = load(1)\nfor n in (1, 2, 3):\n    leaf = add(leaf, n).set_name(f'm {n}')",
            [(What.RENAMED, (("n 1", "m 1"), ("n 2", "m 2"), ("n 3", "m 3")))],
            id="renamed in a loop",
        ),
        pytest.param(
            "leaf = load(1)\nfor n in sys.argv:\n    leaf = add(leaf, n).set_name(f'n {n}')",
            "leaf = load(1)\nfor n in sys.argv[1:]:\n    leaf = add(leaf, n).set_name(f'n {n}')",
            [(What.CHANGED, (("n {n}", "n {n}"),))],
            id="in another loop of the driver",
        ),
        pytest.param(
            "leaf = add(load(1).set_name('a')).set_name('b')",
            "node = load(1)\nnode.set_name('a')\nleaf = add(a=node, b=1).set_name('b')",
            [(What.CHANGED, (("b", "b"),))],
            id="written in another way",
        ),
    ],
)
def test_changes(old: str, new: str, expected: object) -> None:
    assert changes(old, new) == expected


def test_variables_that_a_run_computes() -> None:
    old = HEAD + "size = int(sys.argv[1])\nleaf = add(load(size).set_name('a'))" + END
    review = of_texts(old, old.replace("argv[1]", "argv[2]"))
    (change,) = review.flows[0].changes
    assert [(one.kind, one.subject) for one in change.details] == [(Kind.COMPUTED, "n")]
    assert "~ a  n is computed in another way: size" in as_text([review])


def test_lost_options_show_that_a_query_misses() -> None:
    old = (
        HEAD
        + "leaf = add(load(1).set_name('a one')).set_name('b')"
        + END.replace("print(", "flow = ").replace(
            ".run())", "\nflow.query('a .*').set_remote_args({'num_cpus': 2})\nflow.run()"
        )
    )
    review = of_texts(old, old.replace("'a one'", "'one a'"))
    (change,) = review.flows[0].changes
    assert change.what is What.RENAMED
    assert (Kind.OPTION, "num_cpus", "2", None) in [
        (one.kind, one.subject, one.old, one.new) for one in change.details
    ]
