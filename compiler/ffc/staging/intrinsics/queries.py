"""`query`, `find_nodes` and `set_remote_args`."""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from dataclasses import replace

import libcst as cst

from ...diagnostics import staging as errors
from ...ir import Configure, NodeKind, Option, Query, RefUse, join
from ...ir.fragment import Ref
from ...ir.graph import doubtful, reached
from ...ir.literal import literal
from ..arguments import read
from ..frame import Frame
from ..keep import keep_once
from ..machine import Machine
from ..options import options
from ..passed import Passed
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


def query(machine: Machine, flow: FlowValue, arguments: Sequence[Passed], node: cst.Call) -> Value:
    """`flow.query(pattern)`: the nodes that are there now, with the names that they have now."""
    return _matching(machine, flow, "query", arguments, node) or BROKEN


def find_nodes(
    machine: Machine, flow: FlowValue, arguments: Sequence[Passed], node: cst.Call
) -> Value:
    """`flow.find_nodes(pattern)`: the same as a list."""
    found = _matching(machine, flow, "find_nodes", arguments, node)
    if found is None:
        return BROKEN
    span = machine.span(node)
    unknown = [*found.maybe, *(n for n in found.nodes if machine.record.in_block(n))]
    if unknown or _is_open(machine, flow, found.pattern or None):
        wanted = "nodes that the driver makes one by one"
        machine.refuse(errors.NeedsKnown(span, "what `find_nodes` gives", wanted))
        return BROKEN
    items = []
    for index in found.nodes:
        made = machine.record.nodes[index]
        is_actor = made.kind is NodeKind.ACTOR
        value = InstanceValue(index, made.definition) if is_actor else NodeValue(index)
        items.append(Evaluated(value, join(RefUse(Ref(index))), span))
    return Sequence_(items, is_list=True)


def _matching(
    machine: Machine,
    flow: FlowValue,
    callee: str,
    arguments: Sequence[Passed],
    node: cst.Call,
) -> QueryValue | None:
    values = read(machine, node, arguments, callee, ("pattern",))
    if values is None:
        return None
    pattern: str | None = None
    if "pattern" in values and values["pattern"].value != Known(None):
        given = values["pattern"]
        if not isinstance(given.value, Known) or not isinstance(given.value.value, str):
            machine.refuse(errors.NeedsKnown(given.span, "a pattern", "a string"))
            return None
        pattern = given.value.value
    found = _match(machine, flow, pattern, values.get("pattern"))
    if found is not None:
        place = values["pattern"].span if "pattern" in values else machine.span(node)
        names = tuple(str(machine.record.names[index]) for index in _there(machine, flow))
        nodes = (*found.nodes, *found.maybe)
        machine.record.add(Query(flow.flow, pattern, nodes, names, place))
    return found


def _there(machine: Machine, flow: FlowValue) -> tuple[int, ...]:
    """The nodes that a run would reach now."""
    record = machine.record
    nodes = [record.with_held(node) for node in record.nodes] if record.held else record.nodes
    return reached(nodes, record.leaves(flow.flow))


def _is_open(machine: Machine, flow: FlowValue, pattern: str | None) -> bool:
    """Whether only the driver knows which nodes a run would reach, of those with such names."""
    record = machine.record
    if not record.held and not record.flow_held.get(flow.flow):
        return False
    nodes = [record.with_held(node) for node in record.nodes]
    sure = [ref.node for ref in record.flows[flow.flow].leaves]
    for node in doubtful(nodes, record.leaves(flow.flow), sure):
        name = record.names[node]
        if pattern is None or name is None or re.fullmatch(pattern, name):
            return True
    return False


def _match(
    machine: Machine, flow: FlowValue, pattern: str | None, given: Evaluated | None
) -> QueryValue | None:
    nodes = _there(machine, flow)
    if pattern is None or given is None:
        return QueryValue(flow.flow, nodes)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            expression = re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        machine.refuse(errors.BadPattern(given.span, pattern, str(error)))
        return None
    matched: list[int] = []
    maybe: list[int] = []
    for index in nodes:
        name = machine.record.names[index]
        if index in machine.record.counted:
            decided = _counted(expression, machine.record.counted[index])
            if decided is None:
                place = machine.record.nodes[index].span
                what = "the number in the default name of a node that a query looks for"
                machine.refuse(errors.NeedsKnown(place, what, "a name of its own"))
                return None
            matched += [index] * decided
        elif name is None:
            maybe.append(index)
        elif expression.fullmatch(name):
            matched.append(index)
    return QueryValue(flow.flow, tuple(matched), tuple(maybe), pattern)


def _counted(expression: re.Pattern[str], stem: str) -> bool | None:
    """Whether a default name matches, whatever its number is; None if that depends on it."""
    numbers = (*range(1_000), 1_234, 5_000, 9_999, 10_000, 12_345, 99_999, 123_456)
    answers = {expression.fullmatch(f"{stem}{number:04d}") is not None for number in numbers}
    return answers.pop() if len(answers) == 1 else None


def _computed_once(machine: Machine, frame: Frame, option: Option) -> Option:
    """Several nodes may get the option: what the app computes once is not written for each."""
    if literal(option.known) is not None:
        return option
    given = Evaluated(RESIDUAL, option.value, option.value_span)
    return replace(option, value=keep_once(machine, frame, option.name, given))


def configure(
    machine: Machine,
    query: QueryValue,
    arguments: Sequence[Passed],
    node: cst.Call,
    frame: Frame,
) -> Value:
    """`query.set_remote_args(options)` gives the query."""
    values = read(machine, node, arguments, "set_remote_args", ("args",), required=("args",))
    if values is None:
        return BROKEN
    found = options(values["args"])
    if found is None:
        wanted = "a dict whose keys are text"
        return machine.refuse(errors.NeedsKnown(values["args"].span, "`set_remote_args`", wanted))
    once = tuple(_computed_once(machine, frame, option) for option in found)
    machine.record.add(Configure(query.nodes, once, machine.span(node), query.maybe, query.pattern))
    return query
