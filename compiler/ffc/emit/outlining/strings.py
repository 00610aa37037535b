"""Strings that differ by what a parameter is, as one f-string.

"moons samples", "circles samples"  →  f"{kind} samples"
"""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import libcst as cst

Known = tuple[str, str, tuple[str, str]]  # a parameter, what it is, what stands around it
_PLAIN = re.compile(r"[^\"'\\{}\n\r]*")


@dataclass(frozen=True)
class Given:
    """A parameter of the app's function: its code in each call, as `plain` and as `written`."""

    name: str
    plain: tuple[str, ...]
    written: tuple[str, ...]


@dataclass(frozen=True)
class Hole:
    """Parameter `name` stands there."""

    name: str


Piece = str | Hole | cst.FormattedStringExpression


def pieces(
    node: cst.BaseExpression, given: Sequence[Given], call: int, whole: bool
) -> list[Piece] | None:
    """The string of one call in pieces, those that are parameters told apart; None if it is odd.

    They are looked for as `whole` words, or in other words as well.
    """
    edges = (r"(?<![A-Za-z0-9])", r"(?![A-Za-z0-9])") if whole else ("", "")
    known = [(one.name, one.plain[call], edges) for one in given]
    if isinstance(node, cst.SimpleString):
        text = node.evaluated_value
        is_plain = isinstance(text, str) and node.prefix == ""
        return _split(str(text), known) if is_plain and _PLAIN.fullmatch(str(text)) else None
    if not isinstance(node, cst.FormattedString) or node.start != 'f"':
        return None
    found: list[Piece] = []
    for part in node.parts:
        if isinstance(part, cst.FormattedStringText):
            if not _PLAIN.fullmatch(part.value):
                return None
            found += _split(part.value, known)
            continue
        assert isinstance(part, cst.FormattedStringExpression)
        name = _parameter(part, known)
        found.append(Hole(name) if name is not None else part)
    return found


def _parameter(part: cst.FormattedStringExpression, known: Sequence[Known]) -> str | None:
    """The parameter that an expression is."""
    if part.conversion or part.format_spec or not isinstance(part.expression, cst.Name):
        return None
    return next((name for name, code, _ in known if code == part.expression.value), None)


def _split(text: str, known: Sequence[Known]) -> list[Piece]:
    found: list[Piece] = [text]
    for name, code, (before, behind) in known:
        value = _text_of(code)
        if value:
            pattern = re.compile(f"{before}{re.escape(value)}{behind}")
            found = [one for piece in found for one in _around(piece, pattern, name)]
    return [one for one in found if one != ""]


def _around(piece: Piece, pattern: re.Pattern[str], name: str) -> list[Piece]:
    if not isinstance(piece, str):
        return [piece]
    first, *others = pattern.split(piece)
    return [first, *(one for other in others for one in (Hole(name), other))]


@cache
def plain(code: str) -> str:
    """An expression as Python itself writes it."""
    try:
        return ast.unparse(ast.parse(code.strip(), mode="eval"))
    except SyntaxError:
        return code


def _text_of(code: str) -> str:
    """What an f-string writes for a literal; nothing for other code."""
    try:
        value = ast.literal_eval(code)
    except (ValueError, SyntaxError):
        return ""
    return str(value) if isinstance(value, (str, int, float)) else ""


def formatted(found: Sequence[Piece]) -> cst.BaseExpression:
    """The pieces as one string."""
    if all(isinstance(one, str) for one in found):
        return cst.SimpleString(f'"{"".join(map(str, found))}"')
    parts = [_part(one) for one in found]
    return cst.FormattedString(parts, start='f"', end='"')


def _part(piece: Piece) -> cst.BaseFormattedStringContent:
    if isinstance(piece, str):
        return cst.FormattedStringText(piece)
    if isinstance(piece, Hole):
        return cst.FormattedStringExpression(cst.Name(piece.name))
    return piece
