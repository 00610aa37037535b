"""Calls that make nodes: of a task, of a class node, of a method of its object."""

from __future__ import annotations

from dataclasses import replace

import libcst as cst

from ...diagnostics import staging as errors
from ...frontend.search import find
from ...ir import Argument, Callable_, Definition, DefinitionKind, NodeKind, RefUse
from ..arguments import Passed, passed
from ..frame import Frame
from ..machine import Machine
from ..settle import settle
from ..values import (
    BROKEN,
    Broken,
    InstanceValue,
    ItemValue,
    NodeValue,
    TaskValue,
    Value,
    describe,
    elements,
    give,
    of_wiring,
    to_python,
)

_COMPUTED = (cst.Call, cst.Await, cst.Subscript, cst.Attribute, cst.Yield)


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
    found = find_method(machine, instance, name)
    assert found is not None, "members.attribute refuses others"
    callee = f"{instance.definition.name}.{name}"
    reason = _not_a_node(found)
    if reason:
        return machine.refuse(errors.BadTask(machine.span(call), callee, reason))
    arguments = _arguments(machine, call, frame, callee)
    if arguments is None:
        return BROKEN
    qualified = f"{found.owner}.{name}"
    span = machine.span(call)
    return NodeValue(machine.record.add_call(instance.node, name, qualified, arguments, span))


def _not_a_node(method: Callable_) -> str:
    if method.is_async:
        return "calls of `async` methods run at the same time, not one after another"
    if method.is_generator:
        return "it is a generator, whose values are not there at once"
    return "" if method.name.isascii() else "Ray's workers need a name in ASCII"


def find_method(machine: Machine, instance: InstanceValue, name: str) -> Callable_ | None:
    """The method of a class node's object; one of unknown bases may have any."""
    definition = _definition(machine, TaskValue(instance.definition))
    assert definition is not None
    found = definition.method(name)
    if found is None and definition.is_open:
        return Callable_(name, None, None, False, definition.span, definition.symbol.name)
    return found


def refuse_method(
    machine: Machine, instance: InstanceValue, name: str, place: cst.Attribute
) -> Value:
    """Refuses a member that the object of a class node does not have."""
    definition = _definition(machine, TaskValue(instance.definition))
    methods = definition.methods if definition is not None else ()
    known = ("set_name", *(method.name for method in methods))
    owner = f"the object of class node `{instance.definition.name}`"
    return machine.refuse(errors.UnknownMember(machine.span(place.attr), name, owner, known))


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
            machine.refuse(errors.NotAnArgument(machine.span(one.node), callee, describe(held)))
        give(value)
        broken = broken or held is not None or isinstance(value, Broken)
        settled = settle(machine, frame, one.keyword or "part", one.value)
        found.append(_argument(machine, replace(one, value=settled)))
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
        computed=not direct and bool(find(one.node, *_COMPUTED)),
    )
