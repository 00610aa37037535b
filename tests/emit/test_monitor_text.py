"""The monitor's text is what `runtime/monitor` gives, and gives way to the app's names."""

from __future__ import annotations

from pathlib import Path

import pytest

from ffc.emit.monitor_text import TEXTS, made
from ffc.emit.monitoring import monitor_text
from ffc.emit.renamed import renamed

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.mark.parametrize("file", TEXTS)
def test_it_is_up_to_date(file: str) -> None:
    text = (TEMPLATES / file).read_text("utf-8")
    assert text == made(TEXTS[file]), "run make runtime"


def test_its_names() -> None:
    found = monitor_text(steps=False)
    assert {"Monitor", "Watched", "add_options", "time", "ray"} <= {*found.names}
    assert "sum" in found.builtins
    assert "Monitor" not in found.builtins


def test_names_are_changed_where_they_are_read_and_bound() -> None:
    text = (
        "def call(sum, *, key):\n    é = len('é'), call(key=sum), one.call\n\n\nclass Call: ...\n"
    )
    changed = renamed(text, {"call": "call_2", "Call": "Call_2", "len": "builtins.len"})
    assert changed == (
        "def call_2(sum, *, key):\n    é = builtins.len('é'), call_2(key=sum), one.call\n\n\n"
        "class Call_2: ...\n"
    )
