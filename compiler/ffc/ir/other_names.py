"""Containers of refs that have several names: what changes one by any of them is for all.

last = nodes
last.append(a)                  fills `nodes`, too
"""

from __future__ import annotations

from collections import defaultdict

from .fragment import SymbolUse
from .program import Program
from .statement import Plain
from .symbol import Symbol


def other_names(program: Program) -> defaultdict[Symbol, list[Symbol]]:
    """For each variable, those that get what it holds, and through which that is changed."""
    found: defaultdict[Symbol, list[Symbol]] = defaultdict(list)
    plain = [s for s in program.statements if isinstance(s, Plain)]
    changed = {symbol for s in plain if s.wiring for symbol in s.changes}
    for statement in plain if changed else ():
        match statement.code.parts:
            case (SymbolUse(symbol), " = ", SymbolUse(other), *end) if end in ([], ["\n"]):
                if symbol in changed:
                    found[other].append(symbol)
    return found
