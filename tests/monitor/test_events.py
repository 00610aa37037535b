"""What a real run writes with `--events`, as `ffc report` reads it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ffc.report import read_run

from .app import written

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def events_of(way: str, run_driver: Run, folder: Path, *arguments: str) -> list[dict[str, Any]]:
    file = folder / "run.jsonl"
    run_driver(written(way, folder), "--events", str(file), *arguments)
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


def test_a_whole_run(run_driver: Run, tmp_path: Path) -> None:
    events = events_of("right", run_driver, tmp_path)
    first, last = events[0], events[-1]
    assert (first["event"], first["version"]) == ("run", 1)
    assert first["doc"] == "Adds numbers, or fails in one of many ways."
    assert (last["event"], last["state"], last["code"]) == ("end", "done", 0)
    nodes = {one["id"]: one for one in events if one["event"] == "node"}
    assert [one["name"] for one in nodes.values()] == [*(f"number {n}" for n in range(6)), "good"]
    assert nodes[1]["doc"] == "A number, after some time."
    assert nodes[1]["call"] == "number(0, 0.01)"
    assert nodes[7]["needs"] == [1, 2, 3, 4, 5, 6]
    assert len({one["line"] for one in nodes.values()}) == 2  # a loop, and one by itself
    states = [one["state"] for one in events if one["event"] == "state" and one["id"] == 7]
    assert states[-1] == "done"


def test_times_are_rays_own(run_driver: Run, tmp_path: Path) -> None:
    """A span for each call, in which the task has slept."""
    events = events_of("right", run_driver, tmp_path)
    spans = {one["id"]: one for one in events if one["event"] == "span"}
    assert [*sorted(spans)] == [1, 2, 3, 4, 5, 6, 7]
    assert all(spans[n]["end"] - spans[n]["start"] >= 0.01 for n in range(1, 7))
    assert spans[7]["start"] >= max(spans[n]["start"] for n in range(1, 7))
    assert all(one["worker"] and one["node"] for one in spans.values())


def test_failures(run_driver: Run, tmp_path: Path) -> None:
    events = events_of("raise", run_driver, tmp_path)
    (failed,) = (one for one in events if one["event"] == "failure")
    names = {one["id"]: one["name"] for one in events if one["event"] == "node"}
    assert names[failed["id"]] == "bad"
    assert failed["error"] == "ValueError: 3 is odd"
    assert failed["traceback"].startswith("Traceback (most recent call last):\n")
    states = {one["id"]: one["state"] for one in events if one["event"] == "state"}
    assert {names[n] for n, state in states.items() if state == "skipped"} == {"more", "most"}
    assert (events[-1]["state"], events[-1]["code"]) == ("failed", 1)


def test_the_report_reads_it(run_driver: Run, ffc: Run, tmp_path: Path) -> None:
    events_of("two", run_driver, tmp_path, "--keep-going")
    run = read_run(tmp_path / "run.jsonl")
    assert not run.damaged
    ran = ffc("report", "run.jsonl", cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    page = (tmp_path / "run.html").read_text("utf-8")
    assert "half 1" in page
    assert "ValueError: 1 is odd" in page
