"""Assignments to parts: `container[key] = …`, `object.name = …`, `Class.name = …`."""

from __future__ import annotations

from dataclasses import dataclass

import libcst as cst

from ...ir import text
from ..calls.classes import class_of, described
from ..classes import Class, Wrapped
from ..expressions.access import attribute_of, key_of, subscript_of
from ..frame import Frame
from ..iteration import iterate
from ..kept.entry import open_container
from ..kept.held import add
from ..keys import hashable
from ..machine import Machine
from ..passed import Passed
from ..settle import lasting
from ..values import (
    RESIDUAL,
    BoundValue,
    Evaluated,
    FunctionValue,
    ManyValue,
    Mapping_,
    ModuleValue,
    NodeValue,
    Object_,
    Sequence_,
    Value,
    is_known,
    is_ref,
    of_wiring,
    to_python,
)


@dataclass(frozen=True)
class Place:
    """The part that `target` names: its owner and the key, evaluated once."""

    target: cst.Subscript | cst.Attribute
    owner: Value
    key: Value = RESIDUAL

    @property
    def is_wired(self) -> bool:
        """Whether the owner is not there in the driver, and its parts are not."""
        return of_wiring(self.owner) and not isinstance(self.owner, ModuleValue)


def place_of(machine: Machine, target: cst.BaseExpression, frame: Frame) -> Place | None:
    """The part that a target is, None for a name or several targets."""
    if isinstance(target, cst.Attribute):
        return Place(target, machine.evaluate(target.value, frame))
    if isinstance(target, cst.Subscript):
        owner = machine.evaluate(target.value, frame)
        return Place(target, owner, key_of(machine, target, frame))
    return None


def held_at(machine: Machine, place: Place, frame: Frame) -> Value:
    """What the part holds."""
    if isinstance(place.target, cst.Attribute):
        return attribute_of(machine, place.target, place.owner, frame)
    return subscript_of(machine, place.target, place.owner, place.key, frame)


def store(machine: Machine, place: Place, given: Evaluated, frame: Frame) -> bool:
    """Stores the value in what staging follows; False where it cannot be followed."""
    given = lasting(machine, given)
    match place.owner, place.target:
        case Object_() as owner, cst.Attribute() as target:
            return _store_field(machine, target, owner, given, frame)
        case FunctionValue() as function, cst.Attribute() as target:
            cls = class_of(machine, function)
            return cls is not None and _store_member(machine, target, cls, given)
        case Object_() as owner, target:
            return _call(
                machine, owner, "__setitem__", target, [_key(machine, place), given], frame
            )
        case (Sequence_() | Mapping_()) as owner, cst.Subscript() as target if not owner.escaped:
            if _is_there(owner, place, given.value):
                return True
            if not machine.may_take(target, owner, given.value):
                return True
            machine.trail.save(owner)
            if isinstance(owner, Mapping_) and not is_known(hashable(place.key)):
                return _store_under(machine, place, owner, given, frame)
            if isinstance(owner, Mapping_):
                return _store_entry(machine, place, owner, given)
            return owner.is_list and _store_item(owner, to_python(place.key), given)
        case ManyValue() as owner, cst.Subscript() as target:
            return _store_held(machine, target, owner, given)
    return False


def _is_there(owner: Sequence_ | Mapping_, place: Place, value: Value) -> bool:
    """Whether the container has this very node there, as it has after `nodes[0] = nodes[0]`."""
    held = None
    if isinstance(owner, Mapping_):
        python = hashable(place.key)
        held = owner.entries[python][1] if is_known(python) and python in owner.entries else None
    else:
        index = to_python(place.key)
        if isinstance(index, int) and -len(owner.items) <= index < len(owner.items):
            held = owner.items[index]
    return held is not None and isinstance(value, NodeValue) and held.value == value


def _store_held(
    machine: Machine, target: cst.Subscript, owner: ManyValue, given: Evaluated
) -> bool:
    """`nodes[key] = value`, where the driver has the nodes."""
    if owner.kind == "iterator" or owner.parts or not is_ref(given.value):
        return False
    machine.trail.save(owner.nodes)
    is_slice = isinstance(target.slice[0].slice, cst.Slice)
    add(owner.nodes, given.value, top=is_slice, depth=owner.depth)
    return True


def _store_under(
    machine: Machine, place: Place, owner: Mapping_, given: Evaluated, frame: Frame
) -> bool:
    """`nodes[name] = node`, where only the driver knows the name: it has the dict from there on."""
    if not (of_wiring(owner) or of_wiring(given.value)):
        return False
    if not machine.may_open or not is_ref(given.value):
        return False
    open_container(machine, frame, place.target, owner, wired=True)
    opened = machine.evaluate(place.target.value, frame)
    if not isinstance(opened, ManyValue) or not isinstance(place.target, cst.Subscript):
        return False
    return _store_held(machine, place.target, opened, given)


def _store_entry(machine: Machine, place: Place, owner: Mapping_, given: Evaluated) -> bool:
    python = hashable(place.key)
    if not is_known(python):
        return False
    held = owner.entries.get(python)
    owner.entries[python] = (_key(machine, place) if held is None else held[0], given)
    return True


def _key(machine: Machine, place: Place) -> Evaluated:
    return Evaluated(place.key, machine.written(place.key), machine.span(place.target))


def _store_item(owner: Sequence_, index: object, given: Evaluated) -> bool:
    if isinstance(index, int) and -len(owner.items) <= index < len(owner.items):
        owner.items[index] = given
        return True
    more = iterate(given.value, given.span) if isinstance(index, slice) else None
    if not isinstance(index, slice) or more is None:
        return False
    try:
        owner.items[index] = more
    except ValueError:  # as in the driver
        return False
    return True


def _store_field(
    machine: Machine, target: cst.Attribute, owner: Object_, given: Evaluated, frame: Frame
) -> bool:
    name = target.attr.value
    cls = described(machine, owner.cls)
    member = cls.find(name) if cls is not None else None
    if member is not None and isinstance(member.value, Wrapped) and member.value.setter is not None:
        this = Evaluated(owner, machine.code(target.value, frame), machine.span(target.value))
        setter = BoundValue(member.value.setter, (this,))
        machine.apply(setter, [_passed(given)], machine.call_at(target), frame)
        return True
    if cls is None or cls.find("__setattr__") is not None:
        return False
    if owner.escaped or owner.is_frozen:
        return False
    if not machine.may_take(target, owner, given.value):
        return True
    machine.trail.save(owner)
    owner.fields[name] = given
    return True


def _store_member(machine: Machine, target: cst.Attribute, cls: Class, given: Evaluated) -> bool:
    if cls.escaped or cls.is_enum:
        return False
    machine.trail.save(cls)
    cls.members[target.attr.value] = given
    return True


def _call(
    machine: Machine,
    owner: Object_,
    name: str,
    target: cst.CSTNode,
    given: list[Evaluated],
    frame: Frame,
) -> bool:
    """`object[key] = value` calls a method."""
    cls = described(machine, owner.cls)
    member = cls.find(name) if cls is not None else None
    if member is None or not of_wiring(owner):
        return False
    this = Evaluated(owner, text("None"), machine.span(target))
    arguments = [_passed(one) for one in given]
    machine.apply(BoundValue(member.value, (this,)), arguments, machine.call_at(target), frame)
    return True


def _passed(given: Evaluated) -> Passed:
    return Passed(None, "", given, None, None)
