"""Names of nodes that only variables of the driver hold: it looks them up by the refs.

nodes = []                             names = {}
for place in places:                   nodes = []
    node = load(place)                 for place in places:
    node.set_name(f"of {place}")   →       node = load.options(name=f"of {place}").remote(place)
    nodes.append(node)                     names[node] = f"of {place}"
print(nodes[0].get_name())                 nodes.append(node)
                                       print(names[nodes[0]])
"""

from __future__ import annotations

from dataclasses import replace

import libcst as cst

from ...diagnostics import staging as errors
from ...ir import (
    Create,
    Effect,
    Enter,
    Fragment,
    Plain,
    Ref,
    RefUse,
    Rename,
    Symbol,
    SymbolUse,
    join,
    text,
)
from ...ir.literal import literal
from ...source import Span
from ..machine import Machine
from ..record import NAMES, Asked, Record
from ..values import NodeSet


def name_by_ref(
    machine: Machine, nodes: NodeSet, ref: Fragment, place: cst.BaseExpression
) -> Fragment:
    """The code for the name of the node that `ref` is, one of `nodes`."""
    ask(machine, nodes, place)
    return join(SymbolUse(NAMES), text("["), ref, text("]"))


def ask(
    machine: Machine,
    nodes: NodeSet,
    place: cst.BaseExpression,
    others: tuple[int, ...] = (),
) -> None:
    """Notes that the driver has to know the names that the nodes have now."""
    record = machine.record
    record.real()
    renames = len(record.renames)
    record.asked.append(Asked(nodes, renames, place, machine.span(place), others))


def put_asked(machine: Machine) -> None:
    """Notes the names that are asked for where they are given, in the order of the nodes."""
    record = machine.record
    wanted = {node for one in record.asked for node in one.nodes.nodes}
    if not wanted or not _are_known(machine, wanted):
        return
    given = _given(record, wanted)
    made = (i for i, s in enumerate(record.statements) if isinstance(s, Create))
    first = next(i for i in made if record.statements[i].node in wanted)  # type: ignore[union-attr]
    start, span = _outside(record, first), record.asked[0].span
    for index in sorted(given, reverse=True):
        node, name, written = given[index]
        head = SymbolUse(NAMES), text("["), RefUse(Ref(node)), text("] = ")
        code, whole = join(*head, name, text("\n")), join(*head, written, text("\n"))
        record.put(index + 1, [_wiring(record, code, (), span, whole)], [record.paths[index]])
    code = join(SymbolUse(NAMES), text(" = {}\n"))
    begun = replace(_wiring(record, code, (NAMES,), span), gap=_take_gap(record, start))
    record.put(start, [begun], [()])


def _are_known(machine: Machine, wanted: set[int]) -> bool:
    """Whether the driver can know each node that is asked for by its name."""
    record = machine.record
    for asked in record.asked:
        later = record.renames[asked.renames :]
        if any(node in record.counted for node in asked.nodes.nodes):
            what = "the number in the default name of a node"
            machine.refuse(errors.NeedsKnown(asked.span, what, "a name of its own"))
        elif any(node in asked.nodes.nodes for node in later):
            what = "a node that gets another name later"
            machine.refuse(errors.NotStaged(asked.span, what, "a name"))
        elif not wanted.isdisjoint(asked.others):
            wanted_ = "nodes that the driver makes one by one"
            machine.refuse(errors.NeedsKnown(asked.span, "what `find_nodes` gives", wanted_))
        else:
            continue
        return False
    return True


def _given(record: Record, wanted: set[int]) -> dict[int, tuple[int, Fragment, Fragment]]:
    """Where each of the nodes gets its name: the node, the name, and that as the app writes it."""
    last: dict[int, int] = {}
    for index, statement in enumerate(record.statements):
        if isinstance(statement, (Create, Rename)) and statement.node in wanted:
            last[statement.node] = index
    return {index: (node, *_name(record, index)) for node, index in last.items()}


def _name(record: Record, index: int) -> tuple[Fragment, Fragment]:
    statement = record.statements[index]
    if isinstance(statement, Rename):
        known = literal(statement.known) if statement.known is not None else None
        name = text(known) if known is not None else statement.name
        return name, statement.written or name
    assert isinstance(statement, Create)
    name = text(literal(record.nodes[statement.node].default_name) or "")
    return name, name


def _outside(record: Record, index: int) -> int:
    """The statement, or that with which the outermost block around it begins."""
    if not record.paths[index]:
        return index
    block = record.paths[index][0].block
    while (before := record.blocks[block].follows) is not None:
        block = before
    entries = enumerate(record.statements)
    return next(i for i, s in entries if isinstance(s, Enter) and s.block == block)


def _take_gap(record: Record, index: int) -> bool:
    """Whether there is a blank line above a statement; it is above another one from here on."""
    statement, before = record.statements[index], record.statements[index - 1] if index else None
    if isinstance(before, Plain) and before.wiring and before.gap:
        return False
    if isinstance(statement, Create):
        record.statements[index] = replace(statement, gap=False)
        return statement.gap
    assert isinstance(statement, Enter)
    block = record.blocks[statement.block]
    record.blocks[statement.block] = replace(block, gap=False)
    return block.gap


def _wiring(
    record: Record,
    code: Fragment,
    defines: tuple[Symbol, ...],
    span: Span,
    written: Fragment | None = None,
) -> Plain:
    return Plain(
        code=code,
        defines=defines,
        changes=() if defines else (NAMES,),
        uses=tuple(code.symbols),
        effect=Effect.NONE,
        span=span,
        order=record.next_order(),
        wiring=True,
        written=written,
    )
