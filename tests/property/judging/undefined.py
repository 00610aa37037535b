"""Names that a source uses and nowhere binds: found without running it, in any branch."""

from __future__ import annotations

import builtins
import symtable
from collections.abc import Iterator


def undefined(source: str) -> list[str]:
    """The names, in order."""
    module = symtable.symtable(source, "source", "exec")
    scopes = list(_scopes(module))
    bound = {name for scope in scopes for name in _bound_in_module(scope)} | set(dir(builtins))
    bound |= {"__name__", "__doc__", "__file__"}
    used = dict.fromkeys(name for scope in scopes for name in _read_from_module(scope))
    return [name for name in used if name not in bound]


def _scopes(table: symtable.SymbolTable) -> Iterator[symtable.SymbolTable]:
    yield table
    for inner in table.get_children():
        yield from _scopes(inner)


def _bound_in_module(scope: symtable.SymbolTable) -> Iterator[str]:
    for symbol in scope.get_symbols():
        is_here = scope.get_type() == "module" or symbol.is_declared_global()
        if is_here and (symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace()):
            yield symbol.get_name()


def _read_from_module(scope: symtable.SymbolTable) -> Iterator[str]:
    for symbol in scope.get_symbols():
        is_local = symbol.is_local() and scope.get_type() != "module"
        if symbol.is_referenced() and not is_local and not symbol.is_free():
            yield symbol.get_name()
