"""Gives names of the runtime's code others, where the app has these names for itself.

total = sum(counts)        →        total = builtins.sum(counts)
class Call: …              →        class Call_2: …
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping


def renamed(text: str, names: Mapping[str, str]) -> str:
    """The text with new `names`. Attributes, parameters and keywords keep theirs."""
    if not names:
        return text
    lines = [line.encode() for line in text.splitlines(keepends=True)]  # as `ast` counts
    for row, column, name in sorted(_places(ast.parse(text), names), reverse=True):
        line, new = lines[row - 1], names[name].encode()
        start = line.index(name.encode(), column)
        lines[row - 1] = line[:start] + new + line[start + len(name.encode()) :]
    return b"".join(lines).decode()


def _places(tree: ast.Module, names: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """The rows and columns where the names are read, or bound at the top of the module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in names:
            yield node.lineno, node.col_offset, node.id
    for one in tree.body:
        if isinstance(one, (ast.FunctionDef, ast.ClassDef)) and one.name in names:
            keyword = "def " if isinstance(one, ast.FunctionDef) else "class "
            yield one.lineno, one.col_offset + len(keyword), one.name
