"""Changes of the module's variables: bound again after `global`, or changed in place."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from ...frontend.names import NameUse
from ...ir import Symbol
from ...ir.facts import GlobalChange, How
from ..values import DialectValue, ModuleValue
from .code import Code
from .in_place import in_place


def global_changes(code: Code) -> Iterator[GlobalChange]:
    """Each change by the function itself, those of a kind in the order of the text."""
    machine = code.machine
    if any(isinstance(node, cst.Global) for node in code.nodes):
        for use in code.outside:
            symbol = _variable(code, use) if use.binds and use.late else None
            if symbol is not None:
                span = machine.span(use.node or code.tree.name)
                yield GlobalChange(symbol, How.BINDS, code.name, span)
    for change in in_place(code.nodes, code.qualified):
        roots = (use for use in code.outside if use.node is change.root)
        symbol = next((_variable(code, use) for use in roots), None)
        if symbol is not None:
            yield GlobalChange(symbol, change.how, code.name, machine.span(change.place))


def _variable(code: Code, use: NameUse) -> Symbol | None:
    """The variable of a module that a name stands for, where it is the app's own."""
    bound = code.home.meant(use)
    if use.stores and code.home.module_of(use.members[-1]) is not None:
        return None  # which is refused
    if bound is None or isinstance(bound.value, (DialectValue, ModuleValue)):
        return None
    return None if bound.symbol in code.machine.record.imported else bound.symbol
