"""The storages of runs, as far as the app writes out what they are."""

from __future__ import annotations

import ast
import re

from ..ir import Fragment, Plain, Program, Symbol
from ..ir.storages import StorageCall, entries, storage_calls
from .model import Storage

_HOLE = re.compile(r"\bhole_(\d+)\b")  # the names that `storage_calls` puts into holes


class Storages:
    """What each variable with a stored workflow keeps its results in."""

    def __init__(self, program: Program) -> None:
        self._calls = {s: call for call in storage_calls(program) for s in call.plain.defines}
        self._made: dict[Symbol, Fragment] = {}
        for statement in program.statements:
            if isinstance(statement, Plain) and "StoredWorkflow" in statement.code.helpers:
                self._made.update(dict.fromkeys(statement.defines, statement.code))

    def of(self, stored: Fragment | None) -> Storage | None:
        """The storage of a run, whose variable `stored` is; None for a run without one."""
        if stored is None:
            return None
        symbols = [s for one in stored.symbols for s in self._made.get(one, stored).symbols]
        call = next((self._calls[s] for s in symbols if s in self._calls), None)
        return Storage(None, "") if call is None else _said(call)


def _said(call: StorageCall) -> Storage:
    config = entries(call.config) or {}
    options = entries(config.get("options")) or {}
    kind = config.get("kind")
    name = kind.value if isinstance(kind, ast.Constant) and isinstance(kind.value, str) else None
    where = options.get("url", options.get("path"))
    return Storage(name, _where(where, call.plain.code))


def _where(value: ast.expr | None, code: Fragment) -> str:
    """A path as text, or its code; nothing if that does not stand in the call itself."""
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return value.value
    text = "" if value is None else ast.unparse(value)
    if not any(isinstance(part, str) and "{" in part for part in code.parts):
        return "" if _HOLE.search(text) else text
    return _HOLE.sub(lambda found: code.symbols[int(found[1])].name, text)
