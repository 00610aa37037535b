"""Imports: those of a front end mean something, all others stay."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst
from libcst.helpers import get_full_name_for_node

from ...dialects import DIALECTS, belongs
from ...ir import Import
from ..frame import Frame
from ..keep import keep
from ..machine import Machine
from ..values import RESIDUAL, DialectValue


def plain_import(machine: Machine, node: cst.Import, frame: Frame) -> None:
    """`import a.b` and `import a.b as c`."""
    others = []
    for alias in node.names:
        module = alias.evaluated_name
        if not belongs(module):
            others.append(alias)
            continue
        name = alias.evaluated_alias
        bound = name or module.split(".")[0]
        frame.bind(bound, DialectValue(module if name else bound), defined=True)
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
    named = get_full_name_for_node(node.module) if node.module is not None else None
    module = "." * len(node.relative) + (named or "")
    if module == "__future__":
        return
    if belongs(module):
        _from_dialect(machine, node, module, frame)
    elif isinstance(node.names, cst.ImportStar):
        machine.star_imports.append(module)
    elif frame.outer is not None:
        _keep(machine, node, node.names, frame)
    else:
        for alias in node.names:
            bound = alias.evaluated_alias or alias.evaluated_name
            _record(machine, frame, node, bound, module, alias.evaluated_name)


def _from_dialect(machine: Machine, node: cst.ImportFrom, module: str, frame: Frame) -> None:
    if isinstance(node.names, cst.ImportStar):
        for dialect in DIALECTS:
            for name in dialect.meanings:
                owner, _, last = name.rpartition(".")
                if owner == module:
                    frame.bind(last, DialectValue(name), defined=True)
        return
    for alias in node.names:
        value = DialectValue(f"{module}.{alias.evaluated_name}")
        frame.bind(alias.evaluated_alias or alias.evaluated_name, value, defined=True)


def _record(
    machine: Machine,
    frame: Frame,
    node: cst.Import | cst.ImportFrom,
    bound: str,
    module: str,
    name: str | None,
) -> None:
    held = frame.lookup(bound)
    same = [i for i in machine.record.imports if held is not None and i.symbol == held.symbol]
    if same and name is None and same[0].name is None and same[0].symbol.name == bound:
        symbol = same[0].symbol  # `import a.b` and `import a.c` bind the same `a`
    else:
        symbol = frame.bind(bound, RESIDUAL, defined=True)
    order = machine.record.next_order()
    machine.record.imports.append(Import(symbol, module, name, order, machine.span(node)))


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
