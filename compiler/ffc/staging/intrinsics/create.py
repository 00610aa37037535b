"""Calls that make nodes: of a task, of a class node, of a method of its object."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import libcst as cst

from ...diagnostics import staging as errors
from ...frontend.search import find
from ...ir import (
    Argument,
    Callable_,
    Definition,
    DefinitionKind,
    Effect,
    NodeKind,
    Ref,
    RefUse,
    join,
    text,
)
from ...source import Span
from ..arguments import is_nested
from ..effects import effect_of
from ..frame import Frame
from ..graphs.notes import as_notes
from ..iteration import iterate
from ..iterators import View_
from ..keep import computes, filled, is_computed, keep_wiring
from ..machine import Machine
from ..passed import Passed
from ..reify import reify
from ..settle import settle
from ..values import (
    BROKEN,
    Broken,
    Deque_,
    Evaluated,
    InstanceValue,
    ItemValue,
    ManyValue,
    Mapping_,
    NodeValue,
    RefValue,
    Sequence_,
    TaskValue,
    Value,
    describe,
    elements,
    give,
    held_in,
    of_wiring,
    to_python,
)


def node(
    machine: Machine,
    task: TaskValue,
    given: Sequence[Passed],
    call: cst.Call,
    frame: Frame,
) -> Value:
    """A call of a decorated function or class."""
    arguments = arguments_of(machine, given, frame, task.definition.name)
    definition = _definition(machine, task)
    if arguments is None or definition is None:
        return BROKEN
    is_actor = definition.kind is DefinitionKind.ACTOR
    kind = NodeKind.ACTOR if is_actor else NodeKind.TASK
    qualified = machine.qualnames.get(task.definition, task.definition.name)
    span = machine.span(call)
    made = machine.record.add_task(kind, task.definition, qualified, arguments, span)
    note(machine, made, given, call)
    frame.made[id(call)] = join(RefUse(Ref(made)))
    return InstanceValue(made, task.definition) if is_actor else NodeValue(made)


def method(
    machine: Machine,
    instance: InstanceValue,
    name: str,
    given: Sequence[Passed],
    call: cst.Call,
    frame: Frame,
) -> Value:
    """A call of a method of a class node's object."""
    found = find_method(machine, instance, name)
    assert found is not None, "members.attribute refuses others"
    callee = f"{instance.definition.name}.{name}"
    reason = _not_a_node(found)
    if reason:
        return machine.refuse(errors.BadTask(machine.span(call), callee, reason))
    arguments = arguments_of(machine, given, frame, callee)
    if arguments is None:
        return BROKEN
    owner = found.owner or instance.definition
    qualified = f"{machine.qualnames.get(owner, owner.name)}.{name}"
    span = machine.span(call)
    made = machine.record.add_call(instance.node, name, qualified, arguments, span, owner)
    note(machine, made, given, call)
    frame.made[id(call)] = join(RefUse(Ref(made)))
    return NodeValue(made)


def held_method(
    machine: Machine,
    owner: RefValue,
    name: str,
    given: Sequence[Passed],
    call: cst.Call,
    frame: Frame,
) -> Value:
    """A call of a method of an object that a variable of the driver holds."""
    assert owner.nodes.actor is not None and isinstance(call.func, cst.Attribute)
    actor = next(iter(owner.nodes.nodes))
    value = method(machine, InstanceValue(actor, owner.nodes.actor), name, given, call, frame)
    if isinstance(value, NodeValue):
        made = machine.record.nodes[value.node]
        code = machine.source(call.func.value, frame)
        machine.record.nodes[value.node] = replace(made, owner=code)
        machine.record.held.setdefault(value.node, []).append((owner.nodes, True))
    return value


def note(machine: Machine, node: int, given: Sequence[Passed], call: cst.Call) -> None:
    """Notes the arguments as the app writes them, and what variables among them may hold."""
    written = machine.arguments.get(id(call)) if machine.direct == id(call) else None
    held = [nodes for one in given for nodes in held_in(one.value.value)]
    if written is not None and machine.tracks:
        machine.record.nodes[node] = replace(machine.record.nodes[node], written=written)
    if held:
        machine.record.held[node] = held


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
        return Callable_(name, None, None, False, definition.span, definition.symbol)
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


def _place(machine: Machine, one: Passed) -> Span:
    return machine.span(one.node) if one.node is not None else one.value.span


def _definition(machine: Machine, task: TaskValue) -> Definition | None:
    return machine.record.definition(task.definition)


def arguments_of(
    machine: Machine, given: Sequence[Passed], frame: Frame, callee: str
) -> tuple[Argument, ...] | None:
    broken = False
    found = []
    for one in given:
        _keep_taking(machine, one, frame)
        one = as_notes(machine, one)
        if isinstance(one.value.value, View_):  # no worker can get one
            one = replace(one, value=_listed(one.value))
        value = one.value.value
        held = _leaks(value)
        if held is not None:
            machine.refuse(errors.NotAnArgument(_place(machine, one), callee, describe(held)))
        give(value)
        broken = broken or held is not None or isinstance(value, Broken)
        settled = settle(machine, frame, one.keyword or "part", one.value)
        if settled is not one.value:
            one = replace(one, value=settled)
        found.append(_argument(machine, one, frame))
    return None if broken else tuple(found)


def _keep_taking(machine: Machine, one: Passed, frame: Frame) -> None:
    """Keeps calls such as `nodes.pop()`, where the node that they give stands for them."""
    calls = find(one.node, cst.Call) if machine.taking and one.node is not None else ()
    for call in calls:
        if id(call) in machine.taking:
            source = machine.source(call, frame)
            code, span = join(source, text("\n")), machine.span(call)
            keep_wiring(machine, code, (), filled(source), span, of_loop=True)


def _listed(given: Evaluated) -> Evaluated:
    """A view of a dict as the list of what it shows now."""
    items = Sequence_(iterate(given.value, given.span) or [], is_list=True)
    listed = join(text("list("), given.code, text(")"))
    code = reify(items) if of_wiring(items) else listed
    return Evaluated(items, code or listed, given.span)


def _leaks(value: Value) -> Value | None:
    """What a worker cannot get: anything of the wiring but nodes and their items."""
    if isinstance(value, (NodeValue, ItemValue, RefValue, ManyValue)):
        return None
    inner = [found for e in elements(value) if (found := _leaks(e.value)) is not None]
    if inner:
        return inner[0]
    if isinstance(value, Deque_) and of_wiring(value):  # neither functionfuse nor Ray looks into it
        return value
    is_container = isinstance(value, (Sequence_, Mapping_)) or any(True for _ in elements(value))
    return value if of_wiring(value) and not is_container else None


def _argument(machine: Machine, one: Passed, frame: Frame) -> Argument:
    prefix = f"{one.keyword}=" if one.keyword else one.star
    value = one.value.value
    direct = isinstance(value, (NodeValue, ItemValue, RefValue))
    nested = any(isinstance(part, RefUse) for part in one.value.code.parts) or any(held_in(value))
    wanted = not direct and one.node is not None and computes(one.node)
    computed = wanted and is_computed(one.value.code)
    asks = wanted and one.node is not None
    return Argument(
        prefix=prefix,
        value=one.value.code,
        known=to_python(value),
        span=_place(machine, one),
        nested=is_nested(value, one.star) if one.star else nested and not direct,
        computed=computed,
        has_effects=asks and effect_of(one.node, machine, frame) is Effect.ANY,  # type: ignore[arg-type]
    )
