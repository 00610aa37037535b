"""`owner.name` and `owner[key]`: qualified names, items of nodes, elements of containers."""

from __future__ import annotations

import libcst as cst

from ...diagnostics import staging as errors
from ...ir import UNKNOWN, Fragment, HelperUse, Ref, RefUse, Symbol, SymbolUse, join, text
from ...ir.literal import literal
from .. import known
from ..calls import attributes
from ..calls.classes import class_of
from ..calls.special import call_method
from ..classes import SuperValue
from ..forbid import forbid
from ..frame import Frame, of_dialect
from ..graphs.attributes import class_value
from ..graphs.outputs import look_up
from ..graphs.undecorated import refuse_undecorated
from ..intrinsics import members, naming
from ..kept.held import element, some, widened
from ..kept.tasks import are_tasks, chosen_in_table
from ..keys import hashable
from ..known import Fails
from ..machine import Machine
from ..modules.members import refuse_missing
from ..raising import Error_
from ..reify import reify
from ..values import (
    RESIDUAL,
    BoundValue,
    Broken,
    BuiltinValue,
    Deque_,
    DialectValue,
    Evaluated,
    FlowValue,
    FunctionValue,
    HelperValue,
    InstanceValue,
    ItemValue,
    Known,
    ManyValue,
    Mapping_,
    Member,
    MemberValue,
    ModuleValue,
    NodeValue,
    Object_,
    PluginValue,
    QueryValue,
    RefValue,
    RemoteValue,
    Residual,
    Sequence_,
    Set_,
    TaskValue,
    Value,
    elements,
    give_up,
    is_counter,
    is_known,
    of_wiring,
    to_python,
)


def attribute(machine: Machine, node: cst.Attribute, frame: Frame) -> Value:
    owner = machine.evaluate(node.value, frame)
    value = attribute_of(machine, node, owner, frame)
    if isinstance(owner, Object_) and of_wiring(value):
        code = reify(value)
        if code is not None:  # the object is not there in the driver
            frame.made[id(node)] = code
    return value


def attribute_of(machine: Machine, node: cst.Attribute, owner: Value, frame: Frame) -> Value:
    """The attribute of an owner that was evaluated."""
    name = node.attr.value
    if isinstance(owner, (FunctionValue, HelperValue)):
        refused = refuse_undecorated(machine, owner, node)
        if refused is not None:
            return refused
    match owner:
        case DialectValue():
            meant = of_dialect(f"{owner.name}.{name}", Symbol("?", -1))
            if meant.code is not None:
                frame.replaced[id(node)] = meant.code
            return meant.value
        case RemoteValue() if name in ("remote", "options", "bind"):
            return MemberValue(owner, name)
        case RemoteValue():
            return class_value(machine, owner.definition, name)
        case ModuleValue():
            return _name_of(machine, owner, node, frame)
        case NodeValue() | InstanceValue() | FlowValue() | QueryValue() | PluginValue():
            return members.attribute(machine, owner, name, node, frame)
        case Known(Member() as member):
            return attributes.member_attribute(machine, member, name, node, frame)
        case Known(str()) | Sequence_() | Mapping_() | Set_() | ManyValue():
            return MemberValue(owner, name)
        case Object_():
            return attributes.object_attribute(machine, owner, name, node, frame)
        case Error_():
            return attributes.error_attribute(machine, owner, name, node, frame)
        case BoundValue() if name in ("func", "args", "keywords"):
            found = partial_attribute(machine, owner, name, node)
            if of_wiring(owner) and not of_wiring(found):
                frame.replaced[id(node)] = machine.written(found)
            return found
        case SuperValue():
            return attributes.super_attribute(machine, owner, name, node, frame)
        case FunctionValue() if class_of(machine, owner) is not None:
            return attributes.class_attribute(machine, owner, name, node, frame)
        case FunctionValue() if name == "__name__":
            return Known(machine.own_name(owner))
        case BuiltinValue() if name == "__name__":
            return Known(owner.name.rpartition(".")[2])
        case Residual():
            return machine.builtin(machine.qualified(node, frame)) or RESIDUAL
        case RefValue() if owner.nodes.actor or (owner.chosen and name == "set_name"):
            return MemberValue(owner, name)
        case RefValue() if name == "get_name":
            return MemberValue(owner, name)
        case RefValue() if name == "name":
            return naming.name_of_held(machine, owner, node, node, frame)
        case ItemValue() | TaskValue() | MemberValue() | RefValue():
            return forbid(machine, node, owner, f"`.{name}`") or RESIDUAL
    return owner if isinstance(owner, Broken) else RESIDUAL


def _name_of(machine: Machine, module: ModuleValue, node: cst.Attribute, frame: Frame) -> Value:
    """`module.name`: in the driver it is the name alone."""
    held = module.frame.bindings.get(node.attr.value)
    if held is None:
        return refuse_missing(machine, module, node.attr.value, node)
    code = held.code or Fragment((SymbolUse(held.symbol),))
    frame.replaced[id(node)] = code
    frame.made[id(node)] = held.source or code
    return held.value


def partial_attribute(machine: Machine, owner: BoundValue, name: str, node: cst.Attribute) -> Value:
    """What `functools.partial` holds."""
    if name == "func":
        return owner.function
    if name == "args":
        return Sequence_(list(owner.arguments), is_list=False)
    span = machine.span(node)
    keys = {key: Evaluated(Known(key), text(repr(key)), span) for key, _ in owner.keywords}
    return Mapping_({key: (keys[key], given) for key, given in owner.keywords})


def subscript(machine: Machine, node: cst.Subscript, frame: Frame) -> Value:
    owner = machine.evaluate(node.value, frame)
    return subscript_of(machine, node, owner, key_of(machine, node, frame), frame)


def subscript_of(
    machine: Machine, node: cst.Subscript, owner: Value, key: Value, frame: Frame
) -> Value:
    """The item or the element of an owner that was evaluated, as the key was."""
    if isinstance(owner, Broken) or isinstance(key, Broken):
        return owner if isinstance(owner, Broken) else key
    look_up(machine, owner, key, node)
    if isinstance(owner, (NodeValue, ItemValue)):
        item = _item(machine, node, owner, key)
        if isinstance(item, ItemValue):
            frame.made[id(node)] = join(RefUse(item.ref))
        return item
    if of_wiring(key) and not isinstance(owner, (Mapping_, Object_)):
        return forbid(machine, node, key, "a subscript") or RESIDUAL
    if isinstance(owner, Object_) and not owner.is_tuple:
        return _by_method(machine, node, owner, key, frame)
    if isinstance(owner, Object_) and owner.is_tuple:
        owner = Sequence_(list(owner.fields.values()), is_list=False)
    if isinstance(owner, FunctionValue) and isinstance(key, Known):
        return attributes.member_called(machine, owner, key.value) or RESIDUAL
    if isinstance(owner, (Sequence_, Mapping_)) and not owner.escaped:
        found = _element(machine, node, owner, key)
        if found is not None:
            is_row = isinstance(found.value, Object_) and found.value.is_tuple
            if of_wiring(owner) and (is_row or not of_wiring(found.value)):
                frame.replaced[id(node)] = found.code  # the container is not there in the driver
            return found.value
        if isinstance(owner, Mapping_) and owner.kind is not None and owner.kind.factory:
            return _made_entry(machine, node, owner, owner.kind.factory, key, frame)
        if _is_missing(owner, key) and is_counter(owner):
            return Known(0)
        if _is_missing(owner, key):
            raise Fails(KeyError() if isinstance(owner, Mapping_) else IndexError())
    elif isinstance(owner, Known) and isinstance(key, Known):
        try:
            return known.from_python(owner.value[key.value], machine.span(node))  # type: ignore[index]
        except Exception as error:
            raise Fails(error) from error
    if isinstance(owner, (Sequence_, Mapping_)) and isinstance(key, Residual):
        tasks = _tasks_in(machine, owner)
        if tasks:
            return chosen_in_table(machine, node, owner, tasks, frame)
    if isinstance(owner, (ManyValue, Sequence_, Mapping_)) and of_wiring(owner):
        return _held_element(machine, node, owner, frame)
    if isinstance(owner, RefValue):
        return _held_item(machine, node, owner, frame)
    refused = forbid(machine, node, owner, "a subscript whose key is not known")
    give_up(owner)
    return refused or RESIDUAL


def _tasks_in(machine: Machine, owner: Sequence_ | Mapping_) -> list[TaskValue]:
    """The tasks in a table that holds nothing else; nothing for others."""
    values = tuple(one.value for one in elements(owner))
    known = not (owner.escaped or machine.trail.attempts) and are_tasks(machine, values)
    return [value for value in values if known and isinstance(value, TaskValue)]


def _made_entry(
    machine: Machine,
    node: cst.Subscript,
    owner: Mapping_,
    factory: Evaluated,
    key: Value,
    frame: Frame,
) -> Value:
    """`groups[key]` of a default dict, where the key is not there yet."""
    python = hashable(key)
    if python is UNKNOWN or factory.value == Known(None):
        if python is not UNKNOWN:
            raise Fails(KeyError())
        return forbid(machine, node, owner, "a subscript whose key is not known") or _lost(owner)
    span = machine.span(node)
    made = machine.apply(factory.value, [], machine.call_at(node), frame)
    if isinstance(made, Residual):
        return forbid(machine, node, owner, "a default that is not known") or _lost(owner)
    machine.trail.save(owner)
    written = Evaluated(key, machine.written(key), span)
    owner.entries[python] = written, Evaluated(made, machine.written(made), span)
    if not (of_wiring(owner) or machine.apart or machine.trail.attempts):
        changed = machine.names_of(frame, owner)
        machine.altered.changes.update(dict.fromkeys(changed))
    return made


def _lost(owner: Value) -> Value:
    give_up(owner)
    return RESIDUAL


def _by_method(
    machine: Machine, node: cst.Subscript, owner: Object_, key: Value, frame: Frame
) -> Value:
    """`object[key]` calls its `__getitem__`."""
    this = Evaluated(owner, machine.code(node.value, frame), machine.span(node.value))
    part = node.slice[0].slice
    is_index = len(node.slice) == 1 and isinstance(part, cst.Index)
    code = machine.code(part, frame) if is_index else machine.written(key)
    given = Evaluated(key, code, machine.span(node))
    found = call_method(machine, this, "__getitem__", [given], node, frame)
    return found or forbid(machine, node, owner, "a subscript") or RESIDUAL


def _is_missing(owner: Sequence_ | Mapping_, key: Value) -> bool:
    """Whether it is known that there is no such element."""
    if isinstance(owner, Mapping_):
        return is_known(hashable(key))
    return isinstance(key, Known) and type(key.value) is int


def _held_element(machine: Machine, node: cst.Subscript, owner: Value, frame: Frame) -> Value:
    """`nodes[key]`, where only the driver knows the key or the nodes."""
    frame.replaced[id(node)] = frame.made[id(node)] = machine.source(node, frame)
    part = node.slice[0].slice
    if not isinstance(part, cst.Slice):
        return some(element(owner, machine.span(node)))
    steps = isinstance(part.step, cst.BaseExpression) and machine.evaluate(part.step, frame)
    is_whole = part.lower is None and part.upper is None and steps in (False, Known(1), Known(-1))
    return widened(owner) if is_whole else some(widened(owner))


def _held_item(machine: Machine, node: cst.Subscript, owner: RefValue, frame: Frame) -> Value:
    """`node[key]`, where a variable of the driver holds the node: a small task picks the item."""
    key = machine.source(node.slice[0].slice, frame)
    pieces = (HelperUse("item"), ".remote(", machine.source(node.value, frame), ", ", key, ")")
    frame.replaced[id(node)] = frame.made[id(node)] = join(*pieces)
    return RefValue(owner.nodes)


def key_of(machine: Machine, node: cst.Subscript, frame: Frame) -> Value:
    """The key, a slice for `a[1:]`."""
    if len(node.slice) != 1:
        return _several(machine, node, frame)
    part = node.slice[0].slice
    if isinstance(part, cst.Index):
        return machine.evaluate(part.value, frame)
    assert isinstance(part, cst.Slice)
    bounds = [
        Known(None) if bound is None else machine.evaluate(bound, frame)
        for bound in (part.lower, part.upper, part.step)
    ]
    if all(isinstance(bound, Known) for bound in bounds):
        return Known(slice(*map(to_python, bounds)))
    return next((b for b in bounds if isinstance(b, Broken)), RESIDUAL)


def _several(machine: Machine, node: cst.Subscript, frame: Frame) -> Value:
    keys = []
    for part in node.slice:
        if not isinstance(part.slice, cst.Index):
            return RESIDUAL
        value = machine.evaluate(part.slice.value, frame)
        refused = forbid(machine, part, value, "a subscript")
        if refused is not None:
            return refused
        keys.append(to_python(value))
    return known.from_python(tuple(keys), machine.span(node))


def _item(machine: Machine, node: cst.Subscript, owner: Value, key: Value) -> Value:
    if isinstance(owner, ItemValue):
        return machine.refuse(errors.BadKey(machine.span(node), "an item of a node has no items"))
    assert isinstance(owner, NodeValue)
    code = literal(to_python(key))
    if code is None:
        reason = "the key of a node's item must be known when the app is compiled"
        return machine.refuse(errors.BadKey(machine.span(node.slice[0]), reason))
    return ItemValue(Ref(owner.node, code))


def _element(
    machine: Machine, node: cst.Subscript, owner: Sequence_ | Mapping_, key: Value
) -> Evaluated | None:
    """The element, None where the key is not known or not there."""
    python = to_python(key)
    if isinstance(owner, Mapping_):
        found = owner.entries.get(hashable(key))
        return found[1] if found is not None else None
    if isinstance(python, (int, slice)):
        try:
            picked: Evaluated | list[Evaluated] = owner.items[python]
        except (IndexError, TypeError, ValueError):  # as in the driver
            return None
        if not isinstance(picked, list):
            return picked
        if isinstance(owner, Deque_):
            return None
        part = Sequence_(picked, owner.is_list)
        return Evaluated(part, reify(part) or text(""), machine.span(node))
    return None
