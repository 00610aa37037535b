"""What `dataclasses` does with objects, and how they compare."""

from __future__ import annotations

from collections.abc import Mapping

from ...ir import Symbol, text
from ..classes import Class, Field
from ..passed import Passed
from ..values import (
    Deque_,
    Evaluated,
    FunctionValue,
    Known,
    Mapping_,
    Object_,
    Sequence_,
    Value,
    to_python,
)
from .attributes import class_value
from .classes import class_of, described
from .objects import made_object
from .worked import Call, Work


def _replace(call: Call) -> Value | None:
    """`replace(model, rate=0.1)`: another object, made like the first."""
    owner, cls = _object(call)
    if owner is None or cls is None or len(call.values) != 1:
        return None
    given = dict(call.keywords)
    for name, field in cls.fields().items():
        if field.is_parameter:
            given.setdefault(name, owner.fields[name])
    arguments = [Passed(name, "", one, None, None) for name, one in given.items()]
    return made_object(call.machine, cls, arguments, call.node, call.frame, staged=call.is_wired)


def _asdict(call: Call) -> Value | None:
    owner, cls = _object(call)
    return None if owner is None or cls is None or call.keywords else _dict(call, owner, cls)


def _dict(call: Call, owner: Object_, cls: Class) -> Mapping_:
    entries: dict[object, tuple[Evaluated, Evaluated]] = {}
    for name in cls.fields():
        key = Evaluated(Known(name), text(repr(name)), call.span)
        entries[name] = (key, _copied(call, owner.fields[name]))
    return Mapping_(entries)


def _copied(call: Call, given: Evaluated) -> Evaluated:
    """A field as `asdict` has it: containers are copied, dataclasses in them are dicts."""
    value = given.value
    match value:
        case Sequence_(escaped=False) if not isinstance(value, Deque_):
            value = Sequence_([_copied(call, one) for one in value.items], value.is_list)
        case Mapping_(escaped=False, kind=None):
            pairs = value.entries.items()
            value = Mapping_({k: (name, _copied(call, one)) for k, (name, one) in pairs})
        case Object_():
            cls = described(call.machine, value.cls)
            if cls is None or not any(one.is_dataclass for one in cls.order):
                return given
            value = _dict(call, value, cls)
        case _:
            return given
    return Evaluated(value, call.machine.written(value), given.span)


def _astuple(call: Call) -> Value | None:
    owner, cls = _object(call)
    if owner is None or cls is None:
        return None
    fields = [_copied(call, owner.fields[name]) for name in cls.fields()]
    return Sequence_(fields, is_list=False)


def _is_dataclass(call: Call) -> Value | None:
    value = call.values[0].value if len(call.values) == 1 else None
    cls = class_of(call.machine, value) if isinstance(value, FunctionValue) else None
    if isinstance(value, Object_):
        cls = described(call.machine, value.cls)
    return None if cls is None else Known(any(one.is_dataclass for one in cls.order))


def _object(call: Call) -> tuple[Object_ | None, Class | None]:
    value = call.values[0].value if call.values else None
    if not isinstance(value, Object_) or value.escaped:
        return None, None
    cls = described(call.machine, value.cls)
    is_one = cls is not None and (cls.is_tuple or any(one.is_dataclass for one in cls.order))
    return (value, cls) if is_one else (None, None)


def _namedtuple(call: Call) -> Value | None:
    """`namedtuple("Row", "name rate", defaults=[0.1])`: a class."""
    given = [to_python(one.value) for one in call.values]
    if len(given) != 2 or not isinstance(given[0], str) or not call.only("defaults"):
        return None
    names = given[1].replace(",", " ").split() if isinstance(given[1], str) else given[1]
    defaults = _defaults(call)
    if not isinstance(names, (list, tuple)) or defaults is None or len(defaults) > len(names):
        return None
    start = len(names) - len(defaults)
    symbol = Symbol(given[0], -60_000 - call.machine.record.next_order())
    cls = Class(symbol, is_tuple=True, is_frozen=True)
    cls.order = (cls,)
    for index, name in enumerate(names):
        default = defaults[index - start] if index >= start else None
        cls.own_fields[str(name)] = Field(default)
    call.machine.classes[symbol] = cls
    return class_value(call.machine, cls)


def _defaults(call: Call) -> list[Evaluated] | None:
    given = call.keywords.get("defaults") or call.none
    return [] if given.value == Known(None) else call.machine.iterate(given)


WORKS: Mapping[str, Work] = {
    "dataclasses.replace": _replace,
    "dataclasses.asdict": _asdict,
    "dataclasses.astuple": _astuple,
    "dataclasses.is_dataclass": _is_dataclass,
    "collections.namedtuple": _namedtuple,
}
