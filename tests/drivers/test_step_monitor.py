"""Drivers with step graphs tell what their steps do: on stderr, and in events."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from ffc.compile import compile_source
from ffc.diagnostics import Sink
from ffc.emit import Target
from ffc.report.reading import read_run
from ffc.report.run import Node
from ffc.source import SourceFile

Run = Callable[..., "subprocess.CompletedProcess[str]"]

APP = '''
import ffc as gb
import numpy


@gb.remote
class Limit(gb.NumberResource):
    """How much is much."""

    Parameters = {"val": {"type": "number", "default": 7}}

    def value(self):
        self.log("seven")
        return self.val


@gb.remote
class Numbers(gb.SourceStep):
    """Numbers from 0."""

    Parameters = {"count": {"type": "number", "default": 12}}

    def __init__(self, count):
        super().__init__()
        self.count = count

    def load(self):
        return {"out": [{"n": n} for n in range(self.count)]}


@gb.remote
class Sort(gb.Step):
    """Small numbers and large ones."""

    Parameters = {
        "limit": {"type": "resource"},
        "bad": {"type": "number", "default": -1},
        "stop": {"type": "boolean", "default": False},
    }
    Outputs = ["small", "large"]

    def __init__(self, limit, bad, stop):
        super().__init__()
        self.limit, self.bad = limit, bad
        if stop:
            raise RuntimeError("no such sort")

    def on_start(self):
        self.log("starts")

    def on_data(self, note):
        self.log(f"at {note['n']}")
        if note["n"] == self.bad:
            self.log("now it fails", "error")
            note["n"] / 0
        if note["n"] == 3:
            self.log({"n": 3}, type="json")
            gb.log(numpy.eye(4), type="image")
            gb.log(object(), type="image")

    def route(self, note):
        return "small" if note["n"] < self.limit else "large"


@gb.remote
def double(note):
    """Twice as much."""
    note["n"] *= 2


sorted_ = Sort.remote(limit=Limit.remote()).bind("out", Numbers.remote())
print(len(gb.run(double.bind("small", sorted_))["out"]))
'''


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sink = Sink()
    result = compile_source(SourceFile("app.py", None, APP), Target(), sink)
    assert result is not None and not sink.diagnostics, [one.message for one in sink.diagnostics]
    path = tmp_path_factory.mktemp("steps") / "app_driver.py"
    path.write_text(result.driver, encoding="utf-8")
    return path


def nodes(events: Path) -> dict[str, Node]:
    """The nodes of a run by their names, as the report has them."""
    run = read_run(events)
    assert not run.damaged
    return {node.name: node for node in run.nodes}


def test_events_of_steps(driver: Path, run_driver: Run, tmp_path: Path) -> None:
    events = tmp_path / "run.jsonl"
    ran = run_driver(driver, "--chunk", "5", "--events", str(events))
    assert (ran.returncode, ran.stdout) == (0, "7\n"), ran.stderr[-3000:]
    found = nodes(events)
    kinds = {name: node.kind for name, node in found.items()}
    steps = dict.fromkeys(["Numbers", "Sort", "double"], "step")
    assert kinds == {"Limit": "actor", **steps}
    assert all(node.changes[-1].state == "done" for node in found.values())
    assert all(node.spans for node in found.values())
    sort = found["Sort"]
    assert sort.needs == (found["Limit"].id, found["Numbers"].id)
    assert sort.doc == "Small numbers and large ones."
    assert sort.call == "Sort(limit=<Limit>, bad=-1, stop=False)"
    assert dict(sort.parameters)["bad"] == "-1"
    assert sort.figures[-1].taken == (("out", 12),)
    assert sort.figures[-1].given == (("small", 7), ("large", 5))
    assert found["double"].figures[-1].taken == (("small", 7),)
    assert found["double"].doc == "Twice as much."


def test_logs_are_events_and_files(driver: Path, run_driver: Run, tmp_path: Path) -> None:
    events = tmp_path / "run.jsonl"
    ran = run_driver(driver, "--chunk", "1", "--events", str(events))
    assert ran.returncode == 0, ran.stderr[-3000:]
    found = nodes(events)
    assert [log.message for log in found["Limit"].logs] == ["seven"]
    logs = found["Sort"].logs
    told = [log.message for log in logs if log.type == "info"]
    assert told == ["starts", *(f"at {n}" for n in range(12))]
    files = {log.type: events.parent / log.file for log in logs if log.file}
    assert [log.type for log in logs[5:8]] == ["json", "image", "error"]
    assert json.loads(files["json"].read_text()) == {"n": 3}
    assert files["image"].read_bytes().startswith(b"\x89PNG\r\n\x1a\n")
    assert files["image"].suffix == ".png"


def test_logs_stand_on_stderr(driver: Path, run_driver: Run) -> None:
    ran = run_driver(driver)
    assert (ran.returncode, ran.stdout) == (0, "7\n"), ran.stderr[-3000:]
    told = [line for line in ran.stderr.splitlines() if line.startswith("Sort: ")]
    numbers = [f"Sort: at {n}" for n in range(12)]
    assert [line for line in told if "at " in line] == numbers
    assert "Sort: {'n': 3}" in told
    assert "in 12, small 7, large 5" in ran.stderr


def test_a_step_that_fails(driver: Path, run_driver: Run, tmp_path: Path) -> None:
    events = tmp_path / "run.jsonl"
    ran = run_driver(driver, "--set", "Sort.bad=0", "--events", str(events))
    assert ran.returncode == 1
    behind = ran.stderr.partition("Sort failed: ")[2].splitlines()
    assert behind[0] == "Sort(limit=<Limit>, bad=0, stop=False)"
    frames = [line for line in behind if line.startswith("  File ")]
    assert len(frames) == 1 and frames[0].endswith("in on_data")
    assert "ZeroDivisionError: division by zero" in behind
    [not_run] = [line for line in behind if line.startswith("Not run because of that: ")]
    assert not_run.endswith("double")
    found = nodes(events)
    states = {name: node.changes[-1].state for name, node in found.items()}
    assert states.pop("Numbers") in ("done", "skipped")  # it may be ahead
    assert states == {"Limit": "done", "Sort": "failed", "double": "skipped"}
    assert "now it fails" in [log.message for log in found["Sort"].logs]


def test_a_constructor_that_fails(driver: Path, run_driver: Run) -> None:
    ran = run_driver(driver, "--set", "Sort.stop=true")
    assert ran.returncode == 1
    behind = ran.stderr.partition("Sort failed: ")[2]
    assert "RuntimeError: no such sort" in behind
    assert "in __init__" in behind and "ray/" not in behind
    assert "Not run because of that: Numbers, double" in behind


def test_quiet_says_nothing(driver: Path, run_driver: Run) -> None:
    ran = run_driver(driver, "--quiet")
    assert ran.stdout == "7\n"
    assert "at 3" not in ran.stderr and "done" not in ran.stderr


def test_library_calls_print_logs_as_ever(driver: Path, run_driver: Run, tmp_path: Path) -> None:
    script = driver.with_name("script.py")
    script.write_text(
        "import sys\nimport app_driver\n\nout = app_driver.main(sys.argv[2])\n", encoding="utf-8"
    )
    ran = run_driver(script)
    assert (ran.returncode, ran.stdout) == (0, "7\n"), ran.stderr[-3000:]
    assert "done" not in ran.stderr
