"""Fragments as text that Python can parse: a name of its own stands for each hole."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from .fragment import Fragment, join

_HOLE = re.compile(r"(__ffc_hole_\d+_)")


def with_names(code: Fragment) -> str:
    """The text of the code."""
    return "".join(
        part if isinstance(part, str) else f"__ffc_hole_{index}_"
        for index, part in enumerate(code.parts)
    )


def with_holes(written: str, code: Fragment) -> Fragment:
    """A piece of the text of `code`, with its holes again."""
    pieces = (piece for piece in _HOLE.split(written) if piece)
    return join(*(code.parts[int(p[11:-1])] if _HOLE.fullmatch(p) else p for p in pieces))


def parts_of(tree: ast.AST) -> Iterator[ast.AST]:
    """All nodes but those in f-strings, whose places not every version of Python knows."""
    pending = [tree]
    while pending:
        node = pending.pop()
        yield node
        if not isinstance(node, ast.JoinedStr):
            pending.extend(reversed([*ast.iter_child_nodes(node)]))


def place_of(written: str, node: ast.expr) -> tuple[int, int]:
    """Where a node of the parsed text begins and ends."""
    lines = written.split("\n")
    assert node.end_lineno is not None and node.end_col_offset is not None
    begin = _index(lines, node.lineno, node.col_offset)
    return begin, _index(lines, node.end_lineno, node.end_col_offset)


def _index(lines: list[str], line: int, column: int) -> int:
    """Columns are counted in bytes."""
    before = sum(len(one) + 1 for one in lines[: line - 1])
    return before + len(lines[line - 1].encode()[:column].decode())
