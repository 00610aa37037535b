"""Code of the IR → expressions that can be looked into.

A check asks about a few variables of an app, so their code is parsed when it asks.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Mapping
from dataclasses import dataclass

from ...ir import Definition, Fragment, Part, Plain, Program, Symbol, SymbolUse, join
from ...source import Span

_HOLE = "__ffc_hole_"
_LONGEST = 100_000  # characters of code that is looked into


@dataclass(frozen=True)
class Written:
    """An expression, what the names in it `mean`, and the statement that binds a name to it."""

    tree: ast.expr
    meant: Mapping[str, Symbol]
    span: Span | None = None


class Variables:
    """The variables of a program, each with the one expression that it is bound to."""

    def __init__(self, program: Program) -> None:
        self._imports = {one.symbol: one.qualified for one in program.imports}
        self._definitions = {one.symbol: one for one in program.definitions}
        self._bound: dict[Symbol, Plain | None] = {}
        for statement in program.plain:
            for symbol in statement.defines:
                self._bound[symbol] = None if symbol in self._bound else statement
        self._parsed: dict[Symbol, Written | None] = {}

    def bound(self, symbol: Symbol) -> Plain | None:
        """The statement that binds the variable, None where several do, or none."""
        return self._bound.get(symbol)

    def value(self, symbol: Symbol) -> Written | None:
        """What `name = …` gives the variable, None where it is bound otherwise or twice."""
        if symbol not in self._parsed:
            plain = self._bound.get(symbol)
            self._parsed[symbol] = None if plain is None else _right_side(plain)
        return self._parsed[symbol]

    def spelt(self, code: Fragment) -> str:
        """The text of `code` with the qualified names of what is imported."""
        return "".join(map(self._spelt_part, code.parts))

    def _spelt_part(self, part: Part) -> str:
        if isinstance(part, SymbolUse):
            return self._imports.get(part.symbol, part.symbol.name)
        return part if isinstance(part, str) else "_"

    def definition(self, symbol: Symbol) -> Definition | None:
        """The function or class of the app that the symbol stands for."""
        return self._definitions.get(symbol)

    def qualified(self, called: ast.expr, written: Written) -> str:
        """The qualified name of something imported or built in; nothing for all else."""
        if isinstance(called, ast.Attribute):
            owner = self.qualified(called.value, written)
            return f"{owner}.{called.attr}" if owner else ""
        if isinstance(called, ast.Call):  # a method of what a call gives: `Path("a").open`
            owner = self.qualified(called.func, written)
            return f"{owner}()" if owner else ""
        if not isinstance(called, ast.Name):
            return ""
        symbol = written.meant.get(called.id)
        return called.id if symbol is None else self._imports.get(symbol, "")


def length(code: Fragment) -> int:
    """The characters of `code`, without names."""
    return sum(len(part) for part in code.parts if isinstance(part, str))


def written(code: Fragment) -> Written | None:
    """The expression in `code`; None where it holds nodes or results, which only a run knows."""
    parsed = _parse(join("(\n", code, "\n)"))  # it may go over several lines
    if parsed is None or not isinstance(parsed[0], ast.Expr):
        return None
    return Written(parsed[0].value, parsed[1])


def _right_side(plain: Plain) -> Written | None:
    parsed = _parse(plain.code)
    if parsed is None:
        return None
    statement, meant = parsed
    if isinstance(statement, ast.Assign):
        is_plain = all(isinstance(target, ast.Name) for target in statement.targets)
        return Written(statement.value, meant, plain.span) if is_plain else None
    if isinstance(statement, ast.AnnAssign) and statement.value is not None:
        return Written(statement.value, meant, plain.span)
    return None


def _parse(code: Fragment) -> tuple[ast.stmt, Mapping[str, Symbol]] | None:
    """The one statement in `code`, with the symbols that its names stand for."""
    if length(code) > _LONGEST:
        return None
    pieces: list[str] = []
    meant: dict[str, Symbol] = {}
    for part in code.parts:
        if isinstance(part, SymbolUse):
            hole = f"{_HOLE}{len(meant)}"
            meant[hole] = part.symbol
            pieces.append(hole)
        elif isinstance(part, str):
            pieces.append(part)
        else:
            return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about escapes in the user's strings
            body = ast.parse("".join(pieces)).body
    except SyntaxError:  # part of a statement, or one that stands in a function
        return None
    return (body[0], meant) if len(body) == 1 else None
