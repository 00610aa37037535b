"""How wide source text is on a terminal, so that carets stand under what they mean."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_TAB = 4
_JOINERS = {"\u200c", "\u200d"}
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_UNSHOWABLE = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True)
class Cell:
    """What is shown for one character, and how many columns it takes."""

    shown: str
    width: int


def cells(line: str) -> list[Cell]:
    """One cell for each character of `line`; tabs become spaces."""
    found: list[Cell] = []
    column = 0
    for character in line:
        cell = _tab(column) if character == "\t" else _cell(character)
        found.append(cell)
        column += cell.width
    return found


def plain(words: str) -> str:
    """`words` without what would move the cursor or turn the direction of the text."""
    return "".join(_cell(character).shown for character in words)


def _tab(column: int) -> Cell:
    width = _TAB - column % _TAB
    return Cell(" " * width, width)


def _cell(character: str) -> Cell:
    category = unicodedata.category(character)
    if character in _JOINERS or category in ("Mn", "Me"):
        return Cell(character, 0)
    if category in _UNSEEN:
        return Cell(_UNSHOWABLE, 1)
    return Cell(character, 2 if unicodedata.east_asian_width(character) in "WF" else 1)
