"""Keyword arguments out of a dict that has come to stand for a variable.

fit(data, **params)   with {"depth": 2} for params:   fit(data, depth=2)
"""

from __future__ import annotations

import ast
import keyword
from collections.abc import Iterator
from dataclasses import replace

from ...ir import Argument, text


def spread(argument: Argument) -> tuple[Argument, ...]:
    """The argument, or those of a dict behind `**` whose entries can all be written by name."""
    parts = argument.value.parts
    if argument.prefix != "**" or len(parts) != 1 or not isinstance(parts[0], str):
        return (argument,)
    try:
        tree = ast.parse(parts[0].strip(), mode="eval").body
    except SyntaxError:
        return (argument,)
    found = tuple(_named(argument, tree, parts[0].strip()))
    all_named = isinstance(tree, ast.Dict) and len({one.prefix for one in found}) == len(tree.keys)
    return found if all_named else (argument,)


def _named(argument: Argument, tree: ast.expr, source: str) -> Iterator[Argument]:
    entries = zip(tree.keys, tree.values, strict=True) if isinstance(tree, ast.Dict) else ()
    for key, value in entries:
        name = key.value if isinstance(key, ast.Constant) else None
        written = ast.get_source_segment(source, value)
        if isinstance(name, str) and name.isidentifier() and not keyword.iskeyword(name):
            yield replace(argument, prefix=f"{name}=", value=text(written or ""))
