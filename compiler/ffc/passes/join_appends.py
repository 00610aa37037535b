"""Writes a list at once that a comprehension has filled, if its passes are written out.

scores = []                                  scores = [train_ref, test_ref]
scores.append(train_ref)              →
scores.append(test_ref)

Nothing may read the list between, nor give the variables that its elements name another value.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace

from ..ir import Fragment, Plain, Program, Statement, Symbol, SymbolUse, join, text
from .pieces import given_by, in_order, needs, pieces

_COMPUTES = re.compile(r"\(|(?<!\d)\.|[\w\])]\[")


@dataclass
class _Filled:
    """A list of which the elements so far are known, with the statements that fill it."""

    start: int
    elements: list[Fragment] = field(default_factory=list)
    appends: list[int] = field(default_factory=list)


def join_appends(program: Program) -> Program:
    whole = pieces(program, 0, len(program.statements) - 1)
    gone: set[int] = set()
    for symbol, filled in _lists(program):
        code = join(SymbolUse(symbol), text(" = ["), *_commas(filled.elements), text("]\n"))
        last = filled.appends[-1]
        plain = program.statements[last]
        assert isinstance(plain, Plain)
        display = replace(plain, code=code, defines=(symbol,), changes=(), uses=tuple(code.symbols))
        whole[last] = replace(whole[last], statement=display)
        gone.update((filled.start, *filled.appends[:-1]))
    return in_order(program, [whole[i] for i in range(len(whole)) if i not in gone])


def _commas(elements: list[Fragment]) -> list[Fragment]:
    separated = [piece for element in elements for piece in (text(", "), element)]
    return separated[1:]


def _lists(program: Program) -> list[tuple[Symbol, _Filled]]:
    open_: dict[Symbol, _Filled] = {}
    naming: defaultdict[Symbol, set[Symbol]] = defaultdict(set)  # the lists with it in elements
    found: list[tuple[Symbol, _Filled]] = []
    for index, statement in enumerate(program.statements):
        within = program.within[index]
        started, added = (None, None) if within else (_started(statement), _added(statement))
        if not open_ and started is None:
            continue
        given = given_by(program, statement)
        for symbol in dict.fromkeys((*needs(program, statement), *given)):
            if symbol in open_ and (added is None or added[0] != symbol):
                found.append((symbol, open_.pop(symbol)))
        for symbol in given:
            for changed in naming.pop(symbol, ()):
                open_.pop(changed, None)
        if started is not None:
            open_[started] = _Filled(index)
        elif added is not None and added[0] in open_:
            symbol, element = added
            open_[symbol].appends.append(index)
            open_[symbol].elements.append(element)
            for one in element.symbols:
                naming[one].add(symbol)
            if symbol in element.symbols or _is_computed(element):
                del open_[symbol]
    return [(symbol, one) for symbol, one in [*found, *open_.items()] if one.appends]


def _started(statement: Statement) -> Symbol | None:
    """The variable in `name = []` that a comprehension is written as."""
    if isinstance(statement, Plain) and statement.wiring:
        match statement.code.parts:
            case (SymbolUse(symbol), " = []\n"):
                return symbol
    return None


def _added(statement: Statement) -> tuple[Symbol, Fragment] | None:
    """The variable and the element in `name.append(element)`."""
    if not isinstance(statement, Plain) or not statement.wiring:
        return None
    match statement.code.parts:
        case (SymbolUse(symbol), str(before), *between, str(after)) if before.startswith(
            ".append("
        ):
            rest = [text(before.removeprefix(".append(")), *map(join, between), text(after)]
        case (SymbolUse(symbol), str(only)) if only.startswith(".append("):
            rest = [text(only.removeprefix(".append("))]
        case _:
            return None
    whole = join(*rest)
    end = whole.parts[-1]
    if not isinstance(end, str) or not end.endswith(")\n"):
        return None
    return symbol, join(*whole.parts[:-1], end.removesuffix(")\n"))


def _is_computed(element: Fragment) -> bool:
    """Whether the element is more than names and constants."""
    written = "".join(part if isinstance(part, str) else "x" for part in element.parts)
    return _COMPUTES.search(written) is not None
