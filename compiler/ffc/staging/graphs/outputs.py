"""The outputs that the app names: in `bind`, and of what a step or a run gives."""

from __future__ import annotations

from collections.abc import Iterable

import libcst as cst

from ...diagnostics import steps as errors
from ...ir import Ref, StepFacts
from ...source import Span
from ..machine import Machine
from ..values import InstanceValue, Known, NodeValue, RefValue, RunValue, Value
from .notes import is_stream


def has_output(machine: Machine, value: Value, output: str, place: Span) -> bool:
    """Refuses the name of an output that a source or bound step does not have."""
    nodes: Iterable[int] = ()
    if isinstance(value, NodeValue):
        nodes = (value.node,)
    elif isinstance(value, RefValue):
        nodes = tuple(value.nodes.nodes)
    for node in nodes:
        facts = _facts(machine, node)
        if facts is not None and facts.outputs is not None and output not in facts.outputs:
            name = machine.record.nodes[node].definition.name
            where = facts.outputs_span
            machine.refuse(errors.UnknownOutput(place, output, name, facts.outputs, where))
            return False
    return True


def look_up(machine: Machine, owner: Value, key: Value, place: cst.CSTNode) -> None:
    """Refuses `notes["outt"]`, of a step or of what a run of it gives."""
    if not isinstance(key, Known) or not isinstance(key.value, str) or machine.trail.attempts:
        return
    if isinstance(owner, NodeValue) and is_stream(machine, owner):
        has_output(machine, owner, key.value, machine.span(place))
    elif isinstance(owner, RunValue):
        flow = machine.record.flows[machine.record.run_flows[owner.run]]
        if flow.how is not None and len(flow.leaves) == 1:
            leaf: Ref = flow.leaves[0]
            has_output(machine, NodeValue(leaf.node), key.value, machine.span(place))


def outputs_of(machine: Machine, value: Value) -> tuple[str, ...]:
    """The outputs of what is no variable of the driver, as far as they are known."""
    if not isinstance(value, (NodeValue, InstanceValue)):
        return ()
    facts = _facts(machine, value.node)
    return facts.outputs or () if facts is not None else ()


def _facts(machine: Machine, node: int) -> StepFacts | None:
    found = machine.record.definition(machine.record.nodes[node].definition)
    return found.step if found is not None else None
