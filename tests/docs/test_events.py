"""docs/events.md: what it describes is what `ffc report` reads."""

from __future__ import annotations

import json
import re
from pathlib import Path

from ffc.report import read_run
from ffc.report.events import VERSION
from ffc.report.reading import _HANDLERS
from ffc.report.run import STATES

TEXT = (Path(__file__).parent.parent.parent / "docs" / "events.md").read_text("utf-8")
EXAMPLE = TEXT.partition("```json\n")[2].partition("```")[0]


def test_the_example_is_a_run(tmp_path: Path) -> None:
    file = tmp_path / "run.jsonl"
    file.write_text(EXAMPLE, encoding="utf-8")
    run = read_run(file)
    assert [(node.name, node.state, node.needs) for node in run.nodes] == [
        ("node1", "done", ()),
        ("node2", "done", (1,)),
    ]
    assert [len(node.spans) for node in run.nodes] == [1, 1]
    assert (run.damaged, run.failures) == ((), ())
    assert run.end is not None and run.end.code == 0


def test_all_events_and_states_are_described() -> None:
    assert set(re.findall(r"(?m)^\*\*`(\w+)`\*\*:", TEXT)) == {"run", *_HANDLERS}
    states = TEXT.partition("| state |")[2].partition("\n\n")[0]
    assert {*re.findall(r"(?m)^\| `(\w+)`", states), "waiting"} == set(STATES)
    assert f"This is version {VERSION} of the format" in TEXT


def test_all_keys_of_the_example_are_described() -> None:
    keys = {key for line in EXAMPLE.splitlines() for key in json.loads(line)}
    assert {key for key in keys if f"`{key}`" not in TEXT} == set()
