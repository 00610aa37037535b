"""Whether the arguments of `bind` are pairs: an output, and a node that has it."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from ...diagnostics import steps as errors
from ...source import Span
from ..machine import Machine
from ..passed import Passed
from ..values import Broken, InstanceValue, Known, NodeValue, RefValue, RemoteValue, Value
from .notes import is_stream
from .outputs import has_output, outputs_of
from .without_notes import refuse_without

_WAY = 'as in `bind("out", numbers)`'


def are_pairs(
    machine: Machine, step: InstanceValue, given: Sequence[Passed], call: cst.Call
) -> bool:
    """Refuses what is wrong with the arguments of `bind`."""
    if any(isinstance(one.value.value, Broken) for one in given):
        return False
    wrong = next((one for one in given if one.star or one.keyword), None)
    if wrong is not None:
        reason, way = "they are given by position", _WAY
        if wrong.star:
            reason = f"only the driver would know what is behind `{wrong.star}`"
            way = "write the pairs out, or give a list that is known when the app is compiled"
        return _refuse(machine, machine.span(wrong.place or call), reason, way)
    if not given:
        return _refuse(machine, machine.span(call), "it gets nothing", _WAY)
    for one in given[::2]:
        if _is_node(one.value.value):
            return _refuse_order(machine, given, one)
    for one in given[1::2]:
        if isinstance(one.value.value, Known) and isinstance(one.value.value.value, str):
            reason = "here, the name of an output stands where its node should"
            return _refuse(machine, one.value.span, reason, _WAY)
    if len(given) % 2:
        reason = "the last name has no node"
        return _refuse(machine, given[-1].value.span, reason, "give the node that has it")
    pairs = zip(given[::2], given[1::2], strict=True)
    found = [_fits(machine, step, output, node) for output, node in pairs]  # each is told
    return all(found)


def _refuse(machine: Machine, place: Span, reason: str, way: str) -> bool:
    machine.refuse(errors.WrongPairs(place, reason, way))
    return False


def _refuse_order(machine: Machine, given: Sequence[Passed], node: Passed) -> bool:
    """A node stands where the name of an output should."""
    index = given.index(node)
    name = given[index + 1].value if index + 1 < len(given) else None
    if name is not None and isinstance(name.value, Known) and isinstance(name.value.value, str):
        way = "turn them round: the name of the output, then the node"
        return _refuse(machine, node.value.span, "here, the node comes first", way)
    known = outputs_of(machine, node.value.value)
    example = known[0] if known else "out"
    way = f'write the name of its output in front of it, as in `bind("{example}", …)`'
    return _refuse(machine, node.value.span, "this node has no name in front of it", way)


def _is_node(value: Value) -> bool:
    return isinstance(value, (NodeValue, RefValue, InstanceValue, RemoteValue))


def _fits(machine: Machine, step: InstanceValue, output: Passed, node: Passed) -> bool:
    """Refuses a node that gives no notes, and an output that it does not have."""
    value, name = node.value.value, output.value.value
    made = machine.record.nodes[step.node]
    if value == step:
        machine.refuse(errors.Circle(node.value.span, made.definition.name, made.span))
        return False
    if not is_stream(machine, value):
        refuse_without(machine, f"{made.default_name}.bind", node.value)
        return False
    if isinstance(name, Known) and not isinstance(name.value, str):
        reason = "the name of an output is text"
        return _refuse(machine, output.value.span, reason, _WAY)
    if isinstance(name, Known):
        return has_output(machine, value, str(name.value), output.value.span)
    return True
