"""Attributes of objects and classes of the app, as Python looks them up."""

from __future__ import annotations

import libcst as cst

from ...ir import Symbol, text
from ..classes import Class, SuperValue, Wrapped
from ..frame import Frame
from ..machine import Machine
from ..raising import Error_, Unsure
from ..values import (
    RESIDUAL,
    BoundValue,
    Evaluated,
    FunctionValue,
    Known,
    ManyValue,
    Member,
    Object_,
    RefValue,
    Sequence_,
    Value,
    of_wiring,
)
from .classes import all_members, class_of, described


def object_attribute(
    machine: Machine, owner: Object_, name: str, node: cst.Attribute, frame: Frame
) -> Value:
    """`owner.name`: a field, a method, a property or an attribute of the class."""
    cls = described(machine, owner.cls)
    member = cls.find(name) if cls is not None else None
    held = owner.fields.get(name)
    if member is not None and isinstance(member.value, Wrapped):
        held = held if member.value.kind == "cached" else None
    if held is not None and not owner.escaped:
        return _given(machine, owner, held, node, frame)
    if cls is None:
        return RESIDUAL
    if name == "__class__":
        return class_value(machine, cls)
    if name == "__dict__" or (member is None and cls.find("__getattr__") is not None):
        return RESIDUAL
    if member is None:
        return _of_tuple(machine, cls, owner, name, node)
    this = Evaluated(owner, machine.code(node.value, frame), machine.span(node.value))
    return _bound(machine, cls, member, name, this, node, frame)


def _bound(
    machine: Machine,
    cls: Class,
    member: Evaluated,
    name: str,
    this: Evaluated,
    node: cst.Attribute,
    frame: Frame,
) -> Value:
    """What a member of the class is on the object `this`."""
    match member.value:
        case Wrapped(kind="property" | "cached" as kind, function=getter):
            call = machine.call_at(node)
            value = machine.apply(BoundValue(getter, (this,)), (), call, frame)
            code = frame.replaced.get(id(call))
            if code is not None and of_wiring(this.value):
                frame.replaced[id(node)] = code
                frame.made[id(node)] = frame.made.get(id(call), code)
            if kind == "cached" and isinstance(this.value, Object_):
                machine.trail.save(this.value)
                written = code or machine.code(node, frame)
                this.value.fields[name] = Evaluated(value, written, machine.span(node))
            return value
        case Wrapped(kind="static", function=function):
            return function
        case Wrapped(kind="class", function=function):
            first = Evaluated(class_value(machine, cls), cls.code, this.span)
            return BoundValue(function, (first,))
        case FunctionValue(definition=symbol) if symbol in machine.owners:
            return BoundValue(member.value, (this,))
    if isinstance(this.value, Object_) and this.value.escaped:
        return RESIDUAL
    return _given(machine, this.value, member, node, frame)


def _given(
    machine: Machine, owner: Value, held: Evaluated, node: cst.Attribute, frame: Frame
) -> Value:
    """What an attribute holds; one of what is not there in the driver is written as its value."""
    if of_wiring(owner) and isinstance(held.value, (ManyValue, RefValue)):
        frame.replaced[id(node)] = frame.made[id(node)] = held.code
    elif of_wiring(owner) and not of_wiring(held.value):
        frame.replaced[id(node)], frame.made[id(node)] = held.code, held.as_written
    return held.value


def class_attribute(
    machine: Machine, function: FunctionValue, name: str, node: cst.Attribute, frame: Frame
) -> Value:
    """`Class.name`."""
    cls = class_of(machine, function)
    if cls is None:
        return RESIDUAL
    if name in ("__name__", "__qualname__"):
        return Known(cls.symbol.name.rpartition(".")[2]) if name == "__name__" else RESIDUAL
    if name == "_fields" and cls.is_tuple:
        span = machine.span(node)
        names = [Evaluated(Known(one), text(repr(one)), span) for one in cls.fields()]
        return Sequence_(names, is_list=False)
    member = cls.find(name)
    if member is None:
        return RESIDUAL
    if isinstance(member.value, FunctionValue):
        return member.value
    if cls.escaped and not isinstance(member.value, Wrapped):
        return RESIDUAL
    this = Evaluated(function, machine.code(node.value, frame), machine.span(node.value))
    if isinstance(member.value, Wrapped) and member.value.kind in ("property", "cached"):
        return RESIDUAL
    return _bound(machine, cls, member, name, this, node, frame)


def super_attribute(
    machine: Machine, owner: SuperValue, name: str, node: cst.Attribute, frame: Frame
) -> Value:
    """`super().name`."""
    this = owner.this.value
    symbol: Symbol | None = None
    if isinstance(this, (Object_, FunctionValue)):
        symbol = this.cls if isinstance(this, Object_) else this.definition
    cls = described(machine, symbol) if symbol is not None else None
    if cls is None or owner.owner not in cls.order:
        return RESIDUAL
    member = cls.find(name, after=owner.owner)
    if member is None:
        # What `object` does for all.
        inherited = machine.builtin(f"object.{name}")  # what all objects have
        return inherited or RESIDUAL
    if isinstance(this, FunctionValue) and not isinstance(member.value, Wrapped):
        return member.value
    return _bound(machine, cls, member, name, owner.this, node, frame)


def error_attribute(
    machine: Machine, owner: Error_, name: str, node: cst.Attribute, frame: Frame
) -> Value:
    """An attribute of an exception that is caught."""
    if owner.given is not None and name == "args":
        return Sequence_(list(owner.given), is_list=False)
    if owner.given is not None and name == "value" and issubclass(owner.kind, StopIteration):
        return _given(machine, owner, owner.given[0], node, frame) if owner.given else Known(None)
    if owner.this is not None:
        return object_attribute(machine, owner.this, name, node, frame)
    raise Unsure


def member_attribute(
    machine: Machine, member: Member, name: str, node: cst.Attribute, frame: Frame
) -> Value:
    """An attribute of a member of an enumeration."""
    if name in ("name", "value"):
        return Known(member.name if name == "name" else member.value)
    cls = described(machine, member.cls)
    found = cls.find(name) if cls is not None else None
    if cls is None or found is None:
        return RESIDUAL
    this = Evaluated(Known(member), machine.code(node.value, frame), machine.span(node.value))
    return _bound(machine, cls, found, name, this, node, frame)


def _of_tuple(
    machine: Machine, cls: Class, owner: Object_, name: str, node: cst.Attribute
) -> Value:
    """What named tuples have of their own: `_replace`, `_asdict`, `_fields`."""
    span = machine.span(node)
    this = Evaluated(owner, machine.written(owner), span)
    if cls.is_tuple and name in ("_replace", "_asdict"):
        work = {"_replace": "dataclasses.replace", "_asdict": "dataclasses.asdict"}[name]
        function = machine.builtin(work)
        return BoundValue(function, (this,)) if function is not None else RESIDUAL
    if cls.is_tuple and name == "_fields":
        names = [Evaluated(Known(one), text(repr(one)), span) for one in cls.fields()]
        return Sequence_(names, is_list=False)
    return RESIDUAL


def class_value(machine: Machine, cls: Class) -> FunctionValue:
    """The class as a value."""
    return FunctionValue(cls.symbol, machine.is_wiring)


def enum_members(machine: Machine, function: FunctionValue) -> list[Evaluated] | None:
    """What a loop over an enumeration goes through; None for another class."""
    cls = class_of(machine, function)
    if cls is None or not cls.is_enum:
        return None
    found: dict[str, Evaluated] = {}
    for name, held in all_members(cls):
        member = held.value.value if isinstance(held.value, Known) else None
        if isinstance(member, Member) and member.name == name:  # not another name for one
            found[name] = held
    return list(found.values())


def member_called(machine: Machine, function: FunctionValue, name: object) -> Value | None:
    """`Kind["MOONS"]`."""
    cls = class_of(machine, function)
    held = cls.find(name) if cls is not None and isinstance(name, str) else None
    is_member = held is not None and isinstance(held.value, Known)
    return held.value if held is not None and is_member and cls and cls.is_enum else None


def family(machine: Machine, symbol: Symbol) -> tuple[Symbol, ...]:
    """The class and its bases."""
    cls = described(machine, symbol)
    return tuple(one.symbol for one in cls.order) if cls is not None else (symbol,)
