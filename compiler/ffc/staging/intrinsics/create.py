"""Calls that make nodes: of a task, of a class node, of a method of its object."""

from __future__ import annotations

import libcst as cst
import libcst.matchers as m

from ...diagnostics.staging.bad_task import BadTask
from ...diagnostics.staging.unknown_member import UnknownMember
from ...ir import Argument, Callable_, Definition, DefinitionKind, NodeKind, RefUse
from ..arguments import Passed, passed
from ..expressions.opaque import forbid
from ..frame import Frame
from ..machine import Machine
from ..values import (
    BROKEN,
    Broken,
    InstanceValue,
    ItemValue,
    NodeValue,
    TaskValue,
    Value,
    elements,
    of_wiring,
    to_python,
)

_COMPUTED = m.Call() | m.Await() | m.Subscript() | m.Attribute() | m.Yield()


def node(machine: Machine, task: TaskValue, call: cst.Call, frame: Frame) -> Value:
    """A call of a decorated function or class."""
    arguments = _arguments(machine, call, frame, task.definition.name)
    definition = _definition(machine, task)
    if arguments is None or definition is None:
        return BROKEN
    is_actor = definition.kind is DefinitionKind.ACTOR
    kind = NodeKind.ACTOR if is_actor else NodeKind.TASK
    made = machine.record.add_task(kind, task.definition, arguments, machine.span(call))
    return InstanceValue(made, task.definition) if is_actor else NodeValue(made)


def method(
    machine: Machine, instance: InstanceValue, name: str, call: cst.Call, frame: Frame
) -> Value:
    """A call of a method of a class node's object."""
    definition = _definition(machine, TaskValue(instance.definition))
    assert definition is not None
    found = definition.method(name)
    if found is None and definition.is_open:
        found = Callable_(name, None, None, False, definition.span, definition.symbol.name)
    if found is None:
        return _unknown_method(machine, definition, name, call)
    if found.is_async:
        reason = "calls of `async` methods run at the same time, not one after another"
        return machine.refuse(
            BadTask(machine.span(call), f"{definition.symbol.name}.{name}", reason)
        )
    arguments = _arguments(machine, call, frame, f"{definition.symbol.name}.{name}")
    if arguments is None:
        return BROKEN
    qualified = f"{found.owner}.{name}"
    span = machine.span(call)
    return NodeValue(machine.record.add_call(instance.node, name, qualified, arguments, span))


def _unknown_method(
    machine: Machine, definition: Definition, name: str, place: cst.CSTNode
) -> Value:
    owner = f"the object of class node `{definition.symbol.name}`"
    known = ("set_name", *(method.name for method in definition.methods))
    return machine.refuse(UnknownMember(machine.span(place), name, owner, known))


def _definition(machine: Machine, task: TaskValue) -> Definition | None:
    found = (d for d in machine.record.definitions if d.symbol == task.definition)
    return next(found, None)


def _arguments(
    machine: Machine, call: cst.Call, frame: Frame, callee: str
) -> tuple[Argument, ...] | None:
    broken = False
    found = []
    for one in passed(machine, call, frame):
        value = one.value.value
        held = _leaks(value)
        if held is not None:
            forbid(machine, one.node, held, f"a call of `{callee}`, which runs on a worker")
        broken = broken or held is not None or isinstance(value, Broken)
        found.append(_argument(machine, one))
    return None if broken else tuple(found)


def _leaks(value: Value) -> Value | None:
    """What a worker cannot get: anything of the wiring but nodes and their items."""
    if isinstance(value, (NodeValue, ItemValue)):
        return None
    inner = [found for e in elements(value) if (found := _leaks(e.value)) is not None]
    if inner:
        return inner[0]
    is_container = any(True for _ in elements(value))
    return value if of_wiring(value) and not is_container else None


def _argument(machine: Machine, one: Passed) -> Argument:
    prefix = f"{one.keyword}=" if one.keyword else one.star
    value = one.value.value
    direct = isinstance(value, (NodeValue, ItemValue))
    return Argument(
        prefix=prefix,
        value=one.value.code,
        known=to_python(value),
        span=machine.span(one.node),
        nested=not direct and any(isinstance(part, RefUse) for part in one.value.code.parts),
        computed=not direct and bool(m.findall(one.node, _COMPUTED)),
    )
