"""Events become a run, whatever state their file is in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ffc.report import Unreadable, read_run
from ffc.report.fields import cleaned
from ffc.report.run import Change, End, Failure, Figures, Log, Node, Run, Span

RUN = {"event": "run", "version": 1, "time": 100.0, "driver": "app_driver", "doc": "An app.\n"}
NODE = {"event": "node", "time": 101.0, "id": 1, "name": "data", "task": "load"}


def written(folder: Path, *events: object, end: str = "\n") -> Path:
    """A file of these events; a text stands there as it is."""
    lines = [event if isinstance(event, str) else json.dumps(event) for event in events]
    file = folder / "run.jsonl"
    file.write_bytes(("\n".join(lines) + end).encode("utf-8", "surrogatepass"))
    return file


def read(folder: Path, *events: object, end: str = "\n") -> Run:
    return read_run(written(folder, RUN, *events, end=end))


def test_every_event(tmp_path: Path) -> None:
    node = {
        **NODE,
        "kind": "step",
        "doc": "Loads it.",
        "call": "load('x')",
        "options": {"num_cpus": 1, "name": "x"},
        "needs": [2],
        "line": 93,
    }
    run = read_run(
        written(
            tmp_path,
            {**RUN, "arguments": ["--fast"], "python": "3.11.7", "ray": "2.60.0"},
            node,
            {"event": "node", "time": 101.5, "id": 2, "name": "source"},
            {"event": "parameters", "time": 102, "id": 1, "parameters": {"limit": 100, "as": "x"}},
            {"event": "state", "time": 103, "id": 1, "state": "running"},
            {"event": "log", "time": 104, "id": 1, "type": "error", "message": "low"},
            {"event": "log", "time": 105, "id": 1, "type": "image", "file": "run.files/3.png"},
            {"event": "step", "time": 106, "id": 1, "in": {"out": 9}, "out": {"a": 7, "b": 2}},
            {"event": "state", "time": 107, "id": 1, "state": "failed"},
            {"event": "failure", "time": 107, "id": 1, "error": "E: x", "traceback": "T\nE: x\n"},
            {"event": "failure", "time": 108, "id": None, "error": "E: y"},
            {"event": "span", "id": 1, "start": 104.5, "end": 106.5, "worker": "7", "node": "h"},
            {"event": "span", "id": 1, "start": 103.5, "end": 104.0, "worker": "8", "node": "h"},
            {"event": "end", "time": 109, "state": "failed", "code": 1},
        )
    )
    first = Node(
        id=1,
        name="data",
        task="load",
        kind="step",
        doc="Loads it.",
        call="load('x')",
        options=(("num_cpus", "1"), ("name", "'x'")),
        needs=(2,),
        line=93,
        made=101.0,
        changes=(Change(103.0, "running"), Change(107.0, "failed")),
        spans=(Span(103.5, 104.0, "8", "h"), Span(104.5, 106.5, "7", "h")),
        logs=(Log(104.0, "error", "low", ""), Log(105.0, "image", "", "run.files/3.png")),
        figures=(Figures(106.0, (("out", 9),), (("a", 7), ("b", 2))),),
        parameters=(("limit", "100"), ("as", "'x'")),
    )
    second = Node(2, "source", "", "", "", "", (), (), None, 101.5)
    assert run == Run(
        driver="app_driver",
        doc="An app.",
        arguments=("--fast",),
        python="3.11.7",
        ray="2.60.0",
        started=100.0,
        last=109.0,
        nodes=(first, second),
        failures=(Failure(1, 107.0, "E: x", "T\nE: x"), Failure(None, 108.0, "E: y", "")),
        end=End(109.0, "failed", 1),
        damaged=(),
    )
    assert (first.state, second.state) == ("failed", "waiting")


def test_what_is_not_known_is_passed_over(tmp_path: Path) -> None:
    known = read(tmp_path, NODE)
    more = (
        {**NODE, "colour": "red"},
        {"event": "weather", "time": 101.0, "id": 1},
        {"event": "state", "time": 101.0, "id": 1, "state": "tired"},
        {"event": "state", "time": 101.0, "id": 99, "state": "done"},
        {"event": "log", "time": 101.0, "id": "1", "message": "of no node"},
        {"event": "span", "id": 1, "start": 100.5, "end": None},
        "",
    )
    assert read(tmp_path, *more) == known


@pytest.mark.parametrize("value", [None, "x", [1], {"a": {}}, True, 1e400, 10**400, -1])
def test_fields_of_other_types(tmp_path: Path, value: object) -> None:
    kinds = ("node", "state", "failure", "log", "step", "parameters", "span", "end")
    keys = "time name task kind doc call options needs line state error traceback message in out"
    odd = dict.fromkeys(f"{keys} parameters start end worker node code".split(), value)
    run = read(tmp_path, NODE, *({**odd, "event": kind, "id": 1} for kind in kinds))
    assert [node.id for node in run.nodes] == [1]


def test_needs_are_nodes_of_the_run(tmp_path: Path) -> None:
    run = read(tmp_path, {**NODE, "needs": [7, 2, 2, True]}, {**NODE, "id": 2})
    assert run.nodes[0].needs == (2,)


@pytest.mark.parametrize("cut", ['{"event": "state", "ti', '{"event"', "{", '"x', "\x00\x00\x00"])
def test_a_last_line_that_is_cut_short(tmp_path: Path, cut: str) -> None:
    run = read(tmp_path, NODE, cut, end="")
    assert (len(run.nodes), run.damaged, run.end) == (1, (), None)


def test_damage_in_the_middle_is_counted(tmp_path: Path) -> None:
    run = read(
        tmp_path, '{"event": "no', NODE, "[1]", '{"no": "event"}', '{"event": 1}', "[" * 9999
    )
    assert run.damaged == (2, 4, 5, 6, 7)
    assert len(run.nodes) == 1


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is empty"),
        ("\n\n", "is empty"),
        ("hello\nworld\n", "does not begin as a file of events does"),
        ('{"a": 1}\n', "does not begin as a file of events does"),
        (json.dumps(NODE), "does not begin as a file of events does"),
        ('{"event": "run", "vers', "does not begin as a file of events does"),
        ("\x89PNG\r\n\x1a\n", "does not begin as a file of events does"),
        ('{"event": "run"}', "is of version null of the events format"),
        ('{"event": "run", "version": true}', "is of version true"),
        ('{"event": "run", "version": "1"}', 'is of version "1"'),
        ('{"event": "run", "version": 2}', "is of version 2 of the events format, and this ffc"),
    ],
)
def test_files_that_hold_no_events(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(Unreadable, match="^" + reason.replace("(", r"\(")):
        read_run(written(tmp_path, text, end=""))


def test_a_file_of_other_editors(tmp_path: Path) -> None:
    """With a byte order mark and CRLF line ends."""
    file = tmp_path / "run.jsonl"
    lines = "".join(f"{json.dumps(one)}\r\n" for one in (RUN, NODE))
    file.write_text(lines, encoding="utf-8-sig", newline="")
    assert len(read_run(file).nodes) == 1


def test_text_is_cleaned() -> None:
    assert cleaned("\x1b[1;31mred\x1b[0m \x00\ud800\u202e\x9b\r\n\tz") == "red ���\ufffd\n\tz"
