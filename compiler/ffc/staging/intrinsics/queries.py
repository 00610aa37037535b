"""`query`, `find_nodes` and `set_remote_args`."""

from __future__ import annotations

import re

import libcst as cst

from ...diagnostics.staging.bad_pattern import BadPattern
from ...diagnostics.staging.needs_known import NeedsKnown
from ...ir import Configure, NodeKind, Query, RefUse, join
from ...ir.fragment import Ref
from ...ir.graph import reached
from ..arguments import passed, read
from ..frame import Frame
from ..machine import Machine
from ..options import options
from ..values import (
    BROKEN,
    Evaluated,
    FlowValue,
    InstanceValue,
    Known,
    NodeValue,
    QueryValue,
    Sequence_,
    Value,
)


def query(machine: Machine, flow: FlowValue, node: cst.Call, frame: Frame) -> Value:
    """`flow.query(pattern)`: the nodes that are there now, with the names that they have now."""
    found = _matching(machine, flow, "query", node, frame)
    return BROKEN if found is None else QueryValue(flow.flow, found)


def find_nodes(machine: Machine, flow: FlowValue, node: cst.Call, frame: Frame) -> Value:
    """`flow.find_nodes(pattern)`: the same as a list."""
    found = _matching(machine, flow, "find_nodes", node, frame)
    if found is None:
        return BROKEN
    span = machine.span(node)
    items = []
    for index in found:
        made = machine.record.nodes[index]
        is_actor = made.kind is NodeKind.ACTOR
        value = InstanceValue(index, made.definition) if is_actor else NodeValue(index)
        items.append(Evaluated(value, join(RefUse(Ref(index))), span))
    return Sequence_(items, is_list=True)


def _matching(
    machine: Machine, flow: FlowValue, callee: str, node: cst.Call, frame: Frame
) -> tuple[int, ...] | None:
    values = read(machine, node, passed(machine, node, frame), callee, ("pattern",))
    if values is None:
        return None
    pattern: str | None = None
    if "pattern" in values and values["pattern"].value != Known(None):
        given = values["pattern"]
        if not isinstance(given.value, Known) or not isinstance(given.value.value, str):
            machine.refuse(NeedsKnown(given.span, "a pattern", "a string"))
            return None
        pattern = given.value.value
    found = _match(machine, flow, pattern, values.get("pattern"), node)
    if found is not None:
        place = values["pattern"].span if "pattern" in values else machine.span(node)
        names = tuple(name for name in machine.record.names.values() if name is not None)
        machine.record.statements.append(Query(flow.flow, pattern, found, names, place))
    return found


def _match(
    machine: Machine,
    flow: FlowValue,
    pattern: str | None,
    given: Evaluated | None,
    node: cst.Call,
) -> tuple[int, ...] | None:
    leaves = (ref.node for ref in machine.record.flows[flow.flow].leaves)
    nodes = reached(machine.record.nodes, leaves)
    if pattern is None or given is None:
        return nodes
    try:
        expression = re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        machine.refuse(BadPattern(given.span, pattern, str(error)))
        return None
    names = machine.record.names
    if any(names[index] is None for index in nodes):
        wanted = "names that are known when the app is compiled"
        machine.refuse(NeedsKnown(given.span, "a query by pattern", wanted))
        return None
    return tuple(index for index in nodes if expression.fullmatch(str(names[index])))


def configure(machine: Machine, query: QueryValue, node: cst.Call, frame: Frame) -> Value:
    """`query.set_remote_args(options)` gives the query."""
    arguments = passed(machine, node, frame)
    values = read(machine, node, arguments, "set_remote_args", ("args",), required=("args",))
    if values is None:
        return BROKEN
    found = options(values["args"])
    if found is None:
        wanted = "a dict with known keys"
        return machine.refuse(NeedsKnown(values["args"].span, "`set_remote_args`", wanted))
    machine.record.statements.append(Configure(query.nodes, found, machine.span(node)))
    return query
