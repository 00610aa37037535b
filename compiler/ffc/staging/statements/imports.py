"""Imports: those of a front end mean something, the app's own modules are followed, others stay."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from ...dialects import DIALECTS, belongs
from ...ir import Import, Symbol
from ..frame import Frame, of_dialect
from ..keep import keep
from ..machine import Machine
from ..modules.importing import absolute, imported_names, is_followed, module_of, refuse_relative
from ..modules.kept import refuse_kept
from ..modules.lending import lend, lend_all
from ..modules.loading import is_local, load
from ..modules.members import member
from ..values import BROKEN, RESIDUAL, DialectValue, ModuleValue, Value


def plain_import(machine: Machine, node: cst.Import, frame: Frame) -> None:
    """`import a.b` and `import a.b as c`."""
    others = []
    for alias in node.names:
        module, name = alias.evaluated_name, alias.evaluated_alias
        top = module.partition(".")[0]
        if belongs(module):
            value: Value = DialectValue(module if name else top)
        elif is_local(machine, module):
            value = load(machine, module, alias)
            value = value if name else machine.modules.get(top, BROKEN)
        elif refuse_kept(machine, module, alias):
            value = BROKEN
        else:
            others.append(alias)
            continue
        frame.bind(name or top, value, defined=True)
    if not others:
        return
    if frame.outer is not None:
        _keep(machine, node.with_changes(names=_separated(others)), others, frame)
        return
    for alias in others:
        module, name = alias.evaluated_name, alias.evaluated_alias
        _record(machine, frame, node, name or module.split(".")[0], module, None)


def import_from(machine: Machine, node: cst.ImportFrom, frame: Frame) -> None:
    """`from a import b` and `from a import b as c`."""
    module = module_of(machine, node, frame)
    if module is None:
        refuse_relative(machine, node, frame)
        _bind_broken(node, frame)
    elif module == "__future__":
        return
    elif belongs(module):
        _from_dialect(machine, node, module, frame)
    elif is_followed(machine, node, module):
        _from_local(machine, node, module, frame)
    elif refuse_kept(machine, module, node, imported_names(node)):
        _bind_broken(node, frame)
    elif isinstance(node.names, cst.ImportStar):
        machine.star_imports.append(module)
        frame.module.stars = True
    elif frame.outer is not None:
        bare = absolute(node, module) if node.relative else node
        _keep(machine, bare, node.names, frame)
    else:
        for alias in node.names:
            bound = alias.evaluated_alias or alias.evaluated_name
            _record(machine, frame, node, bound, module, alias.evaluated_name)


def _bind_broken(node: cst.ImportFrom, frame: Frame) -> None:
    """Nothing more is said about what a refused import binds."""
    for alias in () if isinstance(node.names, cst.ImportStar) else node.names:
        frame.bind(alias.evaluated_alias or alias.evaluated_name, BROKEN, defined=True)


def _from_local(machine: Machine, node: cst.ImportFrom, module: str, frame: Frame) -> None:
    value = load(machine, module, node)
    if isinstance(node.names, cst.ImportStar):
        if isinstance(value, ModuleValue):
            lend_all(machine, frame, value, node)
        return
    for alias in node.names:
        name = alias.evaluated_name
        bound = alias.evaluated_alias or name
        found = member(machine, value, name, alias) if isinstance(value, ModuleValue) else None
        if found is None or not isinstance(value, ModuleValue):
            frame.bind(bound, BROKEN, defined=True)
        else:
            lend(machine, frame, bound, value, name, found, alias)


def _from_dialect(machine: Machine, node: cst.ImportFrom, module: str, frame: Frame) -> None:
    if isinstance(node.names, cst.ImportStar):
        for dialect in DIALECTS:
            for name in (*dialect.meanings, *dialect.helpers):
                owner, _, last = name.rpartition(".")
                if owner == module:
                    found = of_dialect(name, Symbol("?", -1))
                    frame.bind(last, found.value, found.code, defined=True)
        return
    for alias in node.names:
        found = of_dialect(f"{module}.{alias.evaluated_name}", Symbol("?", -1))
        bound = alias.evaluated_alias or alias.evaluated_name
        frame.bind(bound, found.value, found.code, defined=True)


def _record(
    machine: Machine,
    frame: Frame,
    node: cst.Import | cst.ImportFrom,
    bound: str,
    module: str,
    name: str | None,
) -> None:
    held = frame.lookup(bound)
    same = machine.record.imported.get(held.symbol) if held is not None else None
    if same is not None and name is None and same.name is None and same.symbol.name == bound:
        symbol = same.symbol  # `import a.b` and `import a.c` bind the same `a`
    else:
        symbol = frame.bind(bound, RESIDUAL, defined=True)
    order = machine.record.next_order()
    machine.record.add_import(Import(symbol, module, name, order, machine.span(node)))


def _keep(
    machine: Machine,
    node: cst.Import | cst.ImportFrom,
    aliases: Sequence[cst.ImportAlias],
    frame: Frame,
) -> None:
    """An import inside a function stays where it is."""
    bound = [a.evaluated_alias or a.evaluated_name.split(".")[0] for a in aliases]
    keep(machine, frame, node, [(name, RESIDUAL) for name in bound])


def _separated(aliases: Sequence[cst.ImportAlias]) -> list[cst.ImportAlias]:
    last = aliases[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
    return [*aliases[:-1], last]
