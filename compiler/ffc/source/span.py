"""A place in a source file, worked out only when something is said about it.

Positions are costly (LibCST's take ten times as long as the parse), so a span holds what the
stage that made it knows the place by, and a locator that turns this into lines and columns.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from .file import SourceFile


@dataclass(frozen=True, order=True)
class Region:
    """Lines and columns, both counted from 1; the end column is the first one after the text."""

    line: int
    column: int
    end_line: int
    end_column: int


class Locator(Protocol):
    """Turns what a span is anchored to into a region."""

    def __call__(self, anchor: object) -> Region: ...


def _itself(anchor: object) -> Region:
    assert isinstance(anchor, Region)
    return anchor


@dataclass(frozen=True, slots=True)
class Span:
    """A place in `source`: what `anchor` stands for, where `locate` finds it."""

    source: SourceFile
    anchor: object = field(repr=False, compare=False)
    locate: Locator = field(default=_itself, repr=False, compare=False)

    @property
    def region(self) -> Region:
        return self.locate(self.anchor)
