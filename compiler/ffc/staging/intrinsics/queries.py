"""`query`, `find_nodes` and `set_remote_args`."""

from __future__ import annotations

import re
import warnings
from dataclasses import replace

import libcst as cst

from ...diagnostics import staging as errors
from ...ir import Configure, NodeKind, Option, Query, RefUse, join
from ...ir.fragment import Ref
from ...ir.graph import reached
from ...ir.literal import literal
from ..arguments import passed, read
from ..frame import Frame
from ..keep import keep_once
from ..machine import Machine
from ..options import options
from ..values import (
    BROKEN,
    RESIDUAL,
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
            machine.refuse(errors.NeedsKnown(given.span, "a pattern", "a string"))
            return None
        pattern = given.value.value
    found = _match(machine, flow, pattern, values.get("pattern"), node)
    if found is not None:
        place = values["pattern"].span if "pattern" in values else machine.span(node)
        leaves = (ref.node for ref in machine.record.flows[flow.flow].leaves)
        there = reached(machine.record.nodes, leaves)
        names = tuple(str(machine.record.names[index]) for index in there)
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
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            expression = re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        machine.refuse(errors.BadPattern(given.span, pattern, str(error)))
        return None
    names = machine.record.names
    unknown = [index for index in nodes if names[index] is None]
    if unknown:
        place = machine.record.renamed[unknown[0]]
        machine.refuse(
            errors.NeedsKnown(place, "the name of a node that a query looks for", "text")
        )
        return None
    return tuple(index for index in nodes if expression.fullmatch(str(names[index])))


def _computed_once(machine: Machine, frame: Frame, option: Option) -> Option:
    """Several nodes may get the option: what the app computes once is not written for each."""
    if literal(option.known) is not None:
        return option
    given = Evaluated(RESIDUAL, option.value, option.value_span)
    return replace(option, value=keep_once(machine, frame, option.name, given))


def configure(machine: Machine, query: QueryValue, node: cst.Call, frame: Frame) -> Value:
    """`query.set_remote_args(options)` gives the query."""
    arguments = passed(machine, node, frame)
    values = read(machine, node, arguments, "set_remote_args", ("args",), required=("args",))
    if values is None:
        return BROKEN
    found = options(values["args"])
    if found is None:
        wanted = "a dict whose keys are text"
        return machine.refuse(errors.NeedsKnown(values["args"].span, "`set_remote_args`", wanted))
    once = tuple(_computed_once(machine, frame, option) for option in found)
    machine.record.statements.append(Configure(query.nodes, once, machine.span(node)))
    return query
