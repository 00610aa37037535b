"""The storages that an app makes, as far as it writes out what they are.

storage = storage_factory({"kind": "file", "options": {"path": "results"}})
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from .fragment import Fragment, HelperUse, SymbolUse
from .program import Program
from .statement import Plain
from .symbol import Symbol

FACTORY: Final = "storage_factory"


@dataclass(frozen=True)
class StorageCall:
    """A call of `storage_factory` in a statement; `config` is what it is given, if that is written.

    A value of the dict, or of the dicts in it, is an expression in which names are holes.
    """

    plain: Plain
    config: ast.Dict | None


def storage_calls(program: Program) -> Iterator[StorageCall]:
    for plain in program.plain:
        if FACTORY in plain.code.helpers:
            yield from _calls(program, plain)


def entries(value: ast.expr | None) -> dict[str, ast.expr] | None:
    """The entries of a dict whose keys are all texts."""
    if not isinstance(value, ast.Dict):
        return None
    keys = [key.value for key in value.keys if isinstance(key, ast.Constant)]
    texts = [key for key in keys if isinstance(key, str)]
    return dict(zip(texts, value.values, strict=True)) if len(texts) == len(value.keys) else None


def _calls(program: Program, plain: Plain) -> Iterator[StorageCall]:
    text, holes = _text(plain.code)
    for node in ast.walk(ast.parse(text)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        if node.func.id == FACTORY:
            given = [*node.args, *(keyword.value for keyword in node.keywords)]
            yield StorageCall(plain, _dict(program, given[0], holes) if given else None)


def _dict(program: Program, given: ast.expr, holes: dict[str, Symbol]) -> ast.Dict | None:
    """The dict that is given, or that the variable is bound to which is given."""
    symbol = holes.get(given.id) if isinstance(given, ast.Name) else None
    bound = [p for p in program.plain if symbol is not None and symbol in p.defines]
    if len(bound) == 1 and bound[0].value is not None:
        given = ast.parse(_text(bound[0].value)[0].strip(), mode="eval").body
    return given if isinstance(given, ast.Dict) else None


def _text(code: Fragment) -> tuple[str, dict[str, Symbol]]:
    """The code with names in its holes, and the variables that these stand for."""
    holes: dict[str, Symbol] = {}
    parts = []
    for part in code.parts:
        name = part.name if isinstance(part, HelperUse) else f"hole_{len(holes)}"
        if isinstance(part, SymbolUse):
            holes[name] = part.symbol
        parts.append(part if isinstance(part, str) else name)
    return "".join(parts), holes
