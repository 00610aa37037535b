"""`ffc graph`: what it says is what a run of the app does, in forms that others can read."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from pathlib import Path

import pydot
import pytest
from syrupy.assertion import SnapshotAssertion

from ffc.graphs.amount import amount
from ffc.graphs.as_json import as_json
from ffc.graphs.contents import what_is_in
from ffc.graphs.dot import as_dot
from ffc.graphs.folding import sections
from ffc.graphs.labels import size
from ffc.graphs.mermaid import as_mermaid, label
from ffc.graphs.model import Graph
from ffc.graphs.svg import as_svg
from ffc.graphs.text import as_text, width

from .apps import (
    APPS,
    EXAMPLES,
    TESTS,
    arguments_of,
    graph,
    graph_of_text,
    name_of,
    run_locally,
    staged,
)

# pydot uses names of pyparsing that are old.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

Ffc = Callable[..., "subprocess.CompletedProcess[str]"]

SHOWN = [
    *EXAMPLES,
    TESTS / "cases/storage_loops/app.py",
    TESTS / "cases/plugins_loops/app.py",
    TESTS / "graphs/plugins/app.py",
    TESTS / "wiring/residual_named_behind/app.py",
    TESTS / "wiring/run_until_good/app.py",
]

HOSTILE_NAMES = [
    "end",
    'a "quoted" name',
    "[brackets](and){braces}",
    "line\nend",
    "tab\tand \\n \\N backslash\\",
    "<b>&amp;</b> & <script>",
    "1. list",
    "- list",
    "*bold* _word_ `code`",
    "#35; #quot;",
    "%%{init}%%",
    "style x:#1; y",
    "graph subgraph class click",
    "Größe 大きさ \U0001f600",
    "\u202eturned",
    "bell\x07",
    "--> |pipe|",
    "",
]

APP = """\
from ffc import RayWorkflow, task


@task
def load(n):
    return n


@task
def add(*rows):
    return sum(rows)


rows = [load(n).set_name(name) for n, name in enumerate({names!r})]
print(RayWorkflow(add(*rows), workflow_name={name!r}).run())
"""

GRID = """\
from ffc import RayWorkflow, task


@task
def load(n):
    return n


@task
def fit(row, rate):
    return row * rate


@task
def best(*rows):
    return max(rows)


fitted = []
for n in range(100):
    row = load(n).set_name(f"row {n}")
    for rate in range(19):
        fitted.append(fit(row, rate).set_name(f"fit {n} {rate}"))
print(RayWorkflow(best(*fitted), workflow_name="grid").run())
"""


@pytest.mark.parametrize("app", SHOWN, ids=name_of)
def test_text(app: Path, snapshot: SnapshotAssertion) -> None:
    assert as_text(graph(app)) == snapshot


def test_lines_fit_a_terminal() -> None:
    for app in APPS:
        for line in as_text(graph(app)).splitlines():
            assert width(line) <= 80, (name_of(app), line)


@pytest.mark.parametrize("app", APPS, ids=name_of)
def test_compile_says_as_much(app: Path) -> None:
    found = sections(graph(app))
    said = what_is_in(staged(app)).rpartition(": ")[2]
    if len(found) < 2:
        assert said == (size(found[0]) if found else "no workflow")
        return
    nodes = {node.id for one in graph(app).workflows for node in one.nodes}
    edges = {edge for one in graph(app).workflows for edge in one.edges}
    assert said == amount(len(nodes), len(edges), all(one.is_exact for one in found))


def pattern_of(name: str) -> str:
    """What a name may be of which only the driver knows parts, that stand in braces."""
    pieces = re.split(r"\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}", name)
    return ".*".join(map(re.escape, pieces))


# What only a run knows: how decorators call what they return, that an answer is wanted, and how
# often a step of a loop is made.
NOT_KNOWN = {"tests/cases/actor_dataclass", "tests/graphs/questions"}


def test_names_are_those_of_a_local_run() -> None:
    answers = run_locally([[str(app), arguments_of(app)] for app in APPS])
    exact = 0
    for app, there in zip(APPS, answers, strict=True):
        if name_of(app) in NOT_KNOWN:
            continue
        assert there is not None, name_of(app)
        mine = graph(app)
        nodes = [node for one in mine.workflows for node in one.nodes]
        if all(loop.passes for loop in mine.loops) and all(node.name.known for node in nodes):
            assert [*by_run(mine)] == [sorted({*names}) for names in there], name_of(app)
            exact += 1
            continue
        patterns = [
            re.escape(n.name.text) if n.name.known else pattern_of(n.name.text) for n in nodes
        ]
        patterns += [rf"{node.function}\.\d+" for node in nodes if node.path]
        for name in {name for names in there for name in names}:
            assert any(re.fullmatch(p, name, re.DOTALL) for p in patterns), (name_of(app), name)
    assert exact > 200


def by_run(mine: Graph) -> Iterator[list[str]]:
    """The names of the nodes of each run; a step that is bound twice is named once."""
    runs = {run: one for one in mine.workflows for run in one.runs}
    for run in sorted(runs):
        yield sorted({node.name.text for node in runs[run].nodes})


def test_every_form_of_every_app() -> None:
    for app in APPS:
        mine = graph(app)
        entries = sum(len(section.entries) for section in sections(mine))
        (dot,) = pydot.graph_from_dot_data(as_dot(mine))
        assert len([*nodes_of(dot)]) == entries, name_of(app)
        said = json.loads(as_json(mine))
        assert (said["format"], said["version"]) == ("ffc-graph", 1)
        for workflow in said["workflows"]:
            ids = [node["id"] for node in workflow["nodes"]]
            assert len(ids) == len({*ids})
            for edge in workflow["edges"]:
                assert {edge["source"], edge["target"]} <= {*ids}, (name_of(app), edge)
            assert {*workflow["leaves"]} <= {*ids}
            for node in workflow["nodes"]:
                for step in node["path"]:
                    assert said["loops"][step["loop"]]["id"] == step["loop"]
        check_mermaid(as_mermaid(mine), entries)


def nodes_of(dot: pydot.Graph) -> Iterator[pydot.Node]:
    yield from (one for one in dot.get_nodes() if re.fullmatch(r"w\d+n\d+", one.get_name()))
    for inner in dot.get_subgraphs():
        yield from nodes_of(inner)


_SAFE = r"(?:[^\W]|[ ,=()\[\]{}'./]|#\d+;|<br/>)*"
_MERMAID = [
    re.compile(r"flowchart LR"),
    re.compile(rf' *subgraph w\w+\["{_SAFE}"\]'),
    re.compile(r" *end"),
    re.compile(rf' *w\d+n\d+(\[|\[\[|\(|\(\[|\[\()"{_SAFE}"(\]|\]\]|\)|\]\)|\)\])'),
    re.compile(rf' *w\d+n\d+ (-->|-\.->)(\|"{_SAFE}"\|)? w\d+n\d+'),
]


def check_mermaid(text: str, entries: int) -> None:
    """The lines are of few forms, in which nothing of the app's can mean anything to Mermaid."""
    lines = text.splitlines()
    for line in lines:
        assert any(form.fullmatch(line) for form in _MERMAID), line
    assert sum(_MERMAID[3].fullmatch(line) is not None for line in lines) == entries
    starts = sum(line.lstrip().startswith("subgraph") for line in lines)
    assert starts == sum(line.strip() == "end" for line in lines)


def test_pictures_are_well_formed() -> None:
    for app in SHOWN:
        mine = graph(app)
        drawn = ElementTree.fromstring(as_svg(mine))
        names = {one.text for one in drawn.iter() if one.get("class") == "name"}
        assert len(names) >= len({entry.name for s in sections(mine) for entry in s.entries}) - 1


def test_hostile_names(tmp_path: Path) -> None:
    names = [name for name in HOSTILE_NAMES if name]
    mine = graph_of_text(APP.format(names=names, name='a "b"\n[c]'), tmp_path)
    assert [node.name.text for node in mine.workflows[0].nodes][:-1] == names
    alone = "\n\n".join(f"a{n} = load({n}).set_name({name!r})" for n, name in enumerate(names))
    lines = APP.partition("rows =")[0] + alone
    lines += f"\nleaf = add({', '.join(f'a{n}' for n in range(len(names)))})\n"
    mine = graph_of_text(f"{lines}RayWorkflow(leaf, workflow_name='w').run()\n", tmp_path)
    text = as_text(mine)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\u202e]", text)
    check_mermaid(as_mermaid(mine), len(names) + 1)
    drawn = ElementTree.fromstring(as_svg(mine))
    shown = [one.text for one in drawn.iter() if one.get("class") == "name"]
    assert {"end", 'a "quoted" name', "<b>&amp;</b> & <script>"} <= {*shown}
    (dot,) = pydot.graph_from_dot_data(as_dot(mine))
    assert len([*nodes_of(dot)]) == len(names) + 1


def test_labels_of_mermaid() -> None:
    assert label('a "b"') == "a #34;b#34;"
    assert label("x\\n") == "x#92;#8203;n"
    assert label("1. one, 0.5") == "1#46; one, 0.5"


def test_many_nodes_in_loops_fold(tmp_path: Path) -> None:
    mine = graph_of_text(GRID, tmp_path)
    assert sum(len(one.nodes) for one in mine.workflows) == 2_001
    text = as_text(mine)
    assert len(text.splitlines()) < 15
    assert "fit {n} {rate} \N{MULTIPLICATION SIGN}1,900" in text
    assert "100 passes" in text and "19 passes" in text
    assert len(as_mermaid(mine).splitlines()) < 15
    assert len(as_svg(mine)) < 8_000
    assert len(json.loads(as_json(mine))["workflows"][0]["nodes"]) == 2_001


def test_command(ffc: Ffc, tmp_path: Path) -> None:
    app = tmp_path / "app.py"
    app.write_text(APP.format(names=["a", "b"], name="sums"))
    done = ffc("graph", app)
    assert (done.returncode, done.stderr) == (0, "")
    assert "workflow sums: 3 nodes, 2 edges" in done.stdout
    assert "\x1b" not in done.stdout
    for form, start in [
        ("dot", "digraph"),
        ("mermaid", "flowchart"),
        ("svg", "<svg"),
        ("json", "{"),
    ]:
        assert ffc("graph", app, "--format", form).stdout.startswith(start)
    assert not (tmp_path / "app_driver.py").exists()


@pytest.mark.parametrize("verb", ["graph", "nodes"])
def test_diagnostics_for_programs(ffc: Ffc, tmp_path: Path, verb: str) -> None:
    app = tmp_path / "app.py"
    app.write_text("leaf = (\n")
    done = ffc(verb, "app.py", "--format", "json", "--diagnostics", "json", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    (found,) = json.loads(done.stderr)
    assert (found["code"], found["file"]) == ("FFC102", "app.py")
    done = ffc(verb, "app.py", "--diagnostics", "github", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("::error file=app.py,line=1,col=8")
    app.write_text(APP.format(names=["a", "b"], name="sums"))
    done = ffc(verb, "app.py", "--diagnostics", "json", cwd=tmp_path)
    assert (done.returncode, json.loads(done.stderr)) == (0, [])
    assert "workflow sums" in done.stdout


def test_command_of_apps_that_do_not_compile(ffc: Ffc, tmp_path: Path) -> None:
    app = tmp_path / "app.py"
    app.write_text("leaf = (\n")
    for verb in (["graph", app], ["graph", tmp_path / "none.py"], ["graph", tmp_path]):
        done = ffc(*verb)
        assert (done.returncode, done.stdout) == (2, "")
        assert "FFC10" in done.stderr and "Traceback" not in done.stderr


def test_picture_without_graphlay(ffc: Ffc, tmp_path: Path) -> None:
    app = tmp_path / "app.py"
    app.write_text(APP.format(names=["a"], name="sums"))
    (tmp_path / "graphlay.py").write_text("raise ImportError\n")
    done = ffc("graph", app, "--format", "svg", env={"PYTHONPATH": str(tmp_path)})
    assert (done.returncode, done.stdout) == (2, "")
    assert "pip install 'ffc-ray[report]'" in done.stderr


def test_same_bytes_whatever_the_hashes(tmp_path: Path) -> None:
    app = TESTS / "cases/plugins_loops/app.py"
    calls = [["graph", app, "--format", form] for form in ("text", "json", "svg", "mermaid")]
    for arguments in [*calls, ["nodes", app, "--query", ".*a.*"]]:
        said = {
            subprocess.run(
                [sys.executable, "-m", "ffc", *map(str, arguments)],
                env={**os.environ, "PYTHONHASHSEED": seed},
                capture_output=True,
                check=True,
            ).stdout
            for seed in ("1", "2", "3")
        }
        assert len(said) == 1
