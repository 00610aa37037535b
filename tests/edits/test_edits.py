"""A small change of an app is a small change of its driver. `make bench` prints the table."""

from __future__ import annotations

from pathlib import Path

import pytest

from . import corpus
from .corpus import MIDDLE, MOST, PATCHES, Edit, measured, median_cost


@pytest.fixture(scope="module")
def edits() -> list[Edit]:
    return [measured(patch) for patch in PATCHES]


def test_there_are_enough(edits: list[Edit]) -> None:
    assert len(edits) >= 50
    assert all(edit.source > 0 for edit in edits)


def test_the_middle_edit_is_cheap(edits: list[Edit]) -> None:
    assert median_cost(edits) <= MIDDLE


def test_dear_edits_say_why(edits: list[Edit]) -> None:
    """And those that are no longer dear must not."""
    dear = {edit.name for edit in edits if edit.cost > MOST}
    assert dear == {edit.name for edit in edits if edit.excused}
    assert len(dear) <= 2


def test_layout_changes_nothing(edits: list[Edit]) -> None:
    layout = {edit.name: (edit.reviewed, edit.runtime) for edit in edits if edit.is_layout}
    assert layout
    assert set(layout.values()) == {(0, 0)}, layout


def test_lines_are_counted_as_git_does(tmp_path: Path) -> None:
    for side, text in (("before", "a\nb\nc\n"), ("after", "a\nB\nc\nd\n")):
        (tmp_path / side).mkdir()
        (tmp_path / side / "driver.py").write_text(text, encoding="utf-8")
    assert corpus._changed(tmp_path) == 3
