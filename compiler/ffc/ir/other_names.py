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
    wiring = [s for s in program.statements if isinstance(s, Plain) and s.wiring]
    changed = {symbol for statement in wiring for symbol in statement.changes}
    for statement in wiring:
        match statement.code.parts:
            case (SymbolUse(symbol), " = ", SymbolUse(other), "\n") if symbol in changed:
                found[other].append(symbol)
    return found
