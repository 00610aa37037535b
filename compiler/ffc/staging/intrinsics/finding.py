"""`find_nodes`: the nodes that a query finds as a list, here or in the driver.

for node in flow.find_nodes("fit .*"):     →     for node in found(names, "fit .*"):
    print(node.get_name())                           print(names[node])
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import libcst as cst

from ...diagnostics import staging as errors
from ...ir import HelperUse, NodeKind, RefUse, SymbolUse, join, text
from ...ir.fragment import Ref
from ..arguments import read
from ..frame import Frame
from ..kept.asked_names import ask
from ..machine import Machine
from ..passed import Passed
from ..record import NAMES
from ..values import (
    BROKEN,
    RESIDUAL,
    Evaluated,
    FlowValue,
    InstanceValue,
    Known,
    ManyValue,
    NodeSet,
    NodeValue,
    QueryValue,
    Sequence_,
    Value,
)
from .queries import looked_up, matching
from .there import is_open, nodes_there


def find_nodes(
    machine: Machine,
    flow: FlowValue,
    arguments: Sequence[Passed],
    node: cst.Call,
    frame: Frame,
) -> Value:
    """`flow.find_nodes(pattern)`: the nodes that are there now, with the names that they have."""
    values = read(machine, node, arguments, "find_nodes", ("pattern",))
    if values is None:
        return BROKEN
    given = values.get("pattern")
    there = nodes_there(machine, flow)
    if given is not None and given.value == RESIDUAL:
        found = looked_up(machine, flow, there, given, frame)
    else:
        found = matching(machine, flow, there, values, node)
    if found is None:
        return BROKEN
    pattern = given.value.value if given is not None and isinstance(given.value, Known) else None
    known = pattern if isinstance(pattern, str) else None
    if is_open(machine, flow, known):
        return _refused(machine, node)
    if found.maybe or any(machine.record.in_block(index) for index in found.nodes):
        return _held(machine, flow, found, known, node, frame)
    span = machine.span(node)
    items = [Evaluated(_value(machine, n), join(RefUse(Ref(n))), span) for n in found.nodes]
    return Sequence_(items, is_list=True)


def _value(machine: Machine, index: int) -> Value:
    made = machine.record.nodes[index]
    is_actor = made.kind is NodeKind.ACTOR
    return InstanceValue(index, made.definition) if is_actor else NodeValue(index)


def _held(
    machine: Machine,
    flow: FlowValue,
    found: QueryValue,
    known: str | None,
    node: cst.Call,
    frame: Frame,
) -> Value:
    """The driver finds them, by the names that it has of all nodes that may be found."""
    record = machine.record
    nodes = sorted((*found.nodes, *found.maybe))
    are_actors = any(record.nodes[index].kind is NodeKind.ACTOR for index in nodes)
    if record.is_kept or are_actors:
        return _refused(machine, node)
    held = NodeSet(dict.fromkeys(nodes))
    there = nodes_there(machine, flow)
    others = [n for n in range(len(record.nodes)) if n not in there or n not in held.nodes]
    taken = (n for n in others if known is None or _may_match(record.names[n], known))
    ask(machine, held, node, tuple(n for n in taken if n not in held.nodes))
    names = join(SymbolUse(NAMES))
    if known is None and not found.pattern.parts:
        code = join(text("list("), names, text(")"))
    else:
        code = join(HelperUse("found"), text("("), names, text(", "), found.pattern, text(")"))
    frame.replaced[id(node)] = frame.made[id(node)] = code
    return ManyValue(held, "list", partial=bool(found.maybe))


def _may_match(name: str | None, pattern: str) -> bool:
    return name is None or re.fullmatch(pattern, name) is not None


def _refused(machine: Machine, node: cst.Call) -> Value:
    wanted = "nodes that the driver makes one by one"
    return machine.refuse(errors.NeedsKnown(machine.span(node), "what `find_nodes` gives", wanted))
