"""Imports of the app's own modules in blocks: what they bring in, and what becomes of them."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from ...diagnostics import staging as errors
from ...dialects import belongs
from ...frontend.mentions import mentions
from ...frontend.search import find, find_outside_functions
from ...ir import Fragment, SymbolUse, join, text
from ..frame import Frame
from ..machine import Machine
from ..reify import commas
from ..values import RESIDUAL, DialectValue, ModuleValue, Value, describe, of_wiring
from .importing import IMPORTS, imported
from .members import binding


def assign_imports(machine: Machine, node: cst.BaseCompoundStatement, frame: Frame) -> None:
    """Imports of the app's own modules in a block that stays become assignments."""
    for small in find_outside_functions(node, *IMPORTS):
        names: list[Fragment] = []
        values: list[Fragment] = []
        for one in imported(machine, small, frame):
            found = binding(machine, one)
            if of_wiring(found.value):
                what = describe(found.value)
                span = machine.span(one.place)
                machine.refuse(errors.NotStaged(span, "an import in a block that stays", what))
            names.append(join(SymbolUse(frame.bind(one.bound, RESIDUAL))))
            values.append(found.code or join(SymbolUse(found.symbol)))
        if names:
            code = join(*commas(names), text(" = "), *commas(values))
            frame.replaced[id(small)] = frame.made[id(small)] = code


def imported_values(
    machine: Machine, tree: cst.BaseCompoundStatement, home: Frame
) -> Iterator[Value]:
    """What is imported inside of the app's own modules, to tell whether nodes are made there."""
    if machine.finder is None:
        return
    for small in find(tree, *IMPORTS):
        for one in imported(machine, small, home):
            module = machine.modules.get(one.module)
            if not isinstance(module, ModuleValue) or not module.staged:
                if mentions(machine.finder, one.module, belongs):
                    yield DialectValue(one.module)
                continue
            held = module.frame.bindings.get(one.name) if one.name is not None else None
            inside = module if held is None else held.value
            yield from _values(inside)


def _values(value: Value) -> Iterator[Value]:
    if not isinstance(value, ModuleValue):
        yield value
        return
    values = (held.value for held in value.frame.bindings.values())
    yield from (one for one in values if not isinstance(one, ModuleValue))
