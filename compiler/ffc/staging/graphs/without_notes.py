"""What to say of something that gives no notes, where notes are wanted."""

from __future__ import annotations

from ...diagnostics import steps as errors
from ...ir import Role
from ..machine import Machine
from ..values import (
    Evaluated,
    InstanceValue,
    ItemValue,
    Known,
    NodeValue,
    RemoteValue,
    RunValue,
    Value,
    describe,
    of_wiring,
)
from .notes import is_stream

_PLAIN = "notes come from a source, or from what `bind` gives"


def refuse_without(machine: Machine, user: str, given: Evaluated) -> Value:
    """Refuses what `user` gets: only sources and bound steps give notes."""
    value = given.value
    what, way = _said(machine, value)
    made = None
    if isinstance(value, (InstanceValue, NodeValue)):
        made = machine.record.nodes[value.node].span
    if made is not None and made.region == given.span.region:
        made = None  # it is made here
    return machine.refuse(errors.NoNotes(given.span, what, user, way, made))


def _said(machine: Machine, value: Value) -> tuple[str, str]:
    """What it is, and the way out."""
    if isinstance(value, (InstanceValue, NodeValue)):
        node = machine.record.nodes[value.node]
        if node.role is Role.STEP:
            way = "bind it, and use what `bind` gives"
            return f"the unbound step `{node.default_name}`", way
        if node.role is Role.RESOURCE:
            way = "give it to a step by keyword, in `.remote(…)`"
            return f"the resource `{node.default_name}`", way
        way = "give it to a step by keyword, in `.remote(…)`: " + _PLAIN
        return "the result of a task", way
    if isinstance(value, RemoteValue):
        name = value.definition.name
        return f"`{name}` itself", f"make a node of it: `{name}.remote()`"
    if isinstance(value, ItemValue) and is_stream(machine, NodeValue(value.ref.node)):
        way = "give the node itself, behind the name of the output"
        return f"the notes of one output, `[{value.ref.key}]`", way
    if isinstance(value, RunValue):
        way = "bind to what was run, not to its notes: those go from step to step by themselves"
        return "the notes of a run", way
    if isinstance(value, Known):
        return f"`{value.value!r}`", _PLAIN
    return describe(value) if of_wiring(value) else "a value", _PLAIN
