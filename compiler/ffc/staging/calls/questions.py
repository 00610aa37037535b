"""Builtins that ask what something is."""

from __future__ import annotations

from collections.abc import Mapping

import libcst as cst

from ...dialects import Meaning, meaning
from ..classes import SuperValue
from ..frame import Frame
from ..iterators import Iterator_
from ..known import FUNCTIONS
from ..machine import Machine
from ..raising import Error_
from ..values import (
    BuiltinValue,
    Deque_,
    DialectValue,
    Evaluated,
    FlowValue,
    FunctionValue,
    ItemValue,
    Known,
    Mapping_,
    Member,
    MemberValue,
    NodeValue,
    Object_,
    Residual,
    Sequence_,
    Set_,
    TaskValue,
    Value,
)
from .attributes import class_value, family
from .classes import described
from .parameters import all_parameters
from .worked import Call, Work

_TYPES: Mapping[str, tuple[type, ...]] = {
    "int": (int,),
    "float": (float,),
    "str": (str,),
    "bool": (bool,),
    "bytes": (bytes,),
    "complex": (complex,),
    "range": (range,),
}

_COLLECTIONS = (
    "collections.deque",
    "collections.defaultdict",
    "collections.OrderedDict",
    "collections.Counter",
)


def _isinstance(call: Call) -> Value | None:
    if len(call.values) != 2:
        return None
    asked = call.values[1].value
    if isinstance(asked, Residual):  # what is imported is no value of staging
        name = call.machine.qualified(call.node.args[1].value, call.frame)
        asked = BuiltinValue(name) if name in _COLLECTIONS else asked
    kinds = [one.value for one in asked.items] if isinstance(asked, Sequence_) else [asked]
    answers = [is_a(call.machine, call.values[0].value, kind) for kind in kinds]
    if True in answers:
        return Known(True)
    return None if None in answers else Known(False)


def is_a(machine: Machine, value: Value, kind: Value) -> bool | None:
    """Whether the value is of that type, None where that is not known."""
    if isinstance(kind, FunctionValue):
        if isinstance(value, Object_):
            return kind.definition in family(machine, value.cls)
        return False if isinstance(value, (Known, Sequence_, Mapping_, Set_, NodeValue)) else None
    if isinstance(kind, DialectValue):
        return _is_workflow(machine, value, kind)
    if not isinstance(kind, BuiltinValue):
        return None
    match value:
        case Known():
            types = _TYPES.get(kind.name)
            return isinstance(value.value, types) if types else False
        case Deque_():
            return kind.name == "collections.deque"
        case Sequence_():
            return kind.name == ("list" if value.is_list else "tuple")
        case Mapping_():
            return kind.name in ("dict", value.kind.name if value.kind is not None else "")
        case Set_():
            return kind.name == ("frozenset" if value.frozen else "set")
        case NodeValue() | ItemValue() | FlowValue() | Object_() | Iterator_():
            return False
    return None


def _is_workflow(machine: Machine, value: Value, kind: DialectValue) -> bool | None:
    """Whether it is a workflow of that class; one for Ray may be one of the others, too."""
    asked = meaning(kind.name)
    if asked not in (Meaning.RAY_WORKFLOW, Meaning.LOCAL_WORKFLOW):
        return None
    if isinstance(value, FlowValue):
        is_for_ray = machine.record.flows[value.flow].takes_init
        if is_for_ray and asked is Meaning.LOCAL_WORKFLOW:
            return None
        return is_for_ray is (asked is Meaning.RAY_WORKFLOW)
    others = (Known, Sequence_, Mapping_, Set_, NodeValue, ItemValue, FunctionValue)
    return False if isinstance(value, others) else None


def _callable(call: Call) -> Value | None:
    callables = (FunctionValue, TaskValue, BuiltinValue, DialectValue, MemberValue)
    if len(call.values) == 1:
        value = call.values[0].value
        if isinstance(value, callables):
            return Known(True)
        if isinstance(value, (Known, NodeValue, Sequence_, Mapping_)):
            return Known(False)
    return None


def _type(call: Call) -> Value | None:
    value = call.values[0].value if len(call.values) == 1 else None
    match value:
        case Error_():
            if value.cls is not None:
                return class_value(call.machine, value.cls)
            return BuiltinValue(value.kind.__name__)
        case Object_():
            cls = described(call.machine, value.cls)
            return class_value(call.machine, cls) if cls is not None else None
        case Known(Member() as member):
            cls = described(call.machine, member.cls)
            return class_value(call.machine, cls) if cls is not None else None
        case Known(python) if type(python).__name__ in FUNCTIONS:
            return BuiltinValue(type(python).__name__)
        case Deque_():
            return BuiltinValue("collections.deque")
        case Sequence_():
            return BuiltinValue("list" if value.is_list else "tuple")
        case Mapping_():
            return BuiltinValue("dict" if value.kind is None else value.kind.name)
        case Set_():
            return BuiltinValue("frozenset" if value.frozen else "set")
    return None


def _super(call: Call) -> Value | None:
    """`super()` in a method: of the class in which that is defined, and its first argument."""
    frame: Frame | None = call.frame
    while frame is not None and frame.function not in call.machine.owners:
        frame = frame.outer
    if frame is None or frame.function is None or call.values or call.keywords:
        return None
    tree = call.machine.trees[frame.function]
    params = [] if isinstance(tree, cst.ClassDef) else all_parameters(tree.params)
    first = params[0] if params else None
    bound = frame.lookup(first.name.value) if first is not None else None
    if first is None or bound is None:
        return None
    this = Evaluated(bound.value, call.machine.code(first.name, frame), call.span)
    return SuperValue(this, call.machine.owners[frame.function])


WORKS: Mapping[str, Work] = {
    "isinstance": _isinstance,
    "callable": _callable,
    "type": _type,
    "super": _super,
    "object.__init__": lambda call: Known(None),
}
