"""The body of a class, evaluated where the class is defined."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from ...frontend.names import target_names
from ...ir import Symbol, text
from ..attempt import Impure
from ..classes import Class, Field, Wrapped
from ..frame import Frame
from ..machine import Machine
from ..values import Evaluated, Known, Member, Residual, Value, to_python

_KINDS = {
    "property": "property",
    "functools.cached_property": "cached",
    "staticmethod": "static",
    "classmethod": "class",
}
_SAYING = ("abc.abstractmethod", "typing.override", "typing.final")
_TEXTS = ("__str__", "__repr__", "__format__")


def evaluate_body(machine: Machine, cls: Class, tree: cst.ClassDef, home: Frame) -> None:
    """Fills the class; `Impure` if its body does more than to define."""
    statements = list(tree.body.body)
    frame = Frame(
        machine.record.new_scope(), machine.trail, outer=home, own=frozenset(_names(statements))
    )
    for statement in statements:
        match statement:
            case cst.FunctionDef():
                _method(machine, cls, statement, home)
            case cst.ClassDef():
                _inner(machine, cls, statement, home, frame)
            case cst.SimpleStatementLine():
                for small in statement.body:
                    _small(machine, cls, small, frame)
            case cst.BaseSmallStatement():  # class A: pass
                _small(machine, cls, statement, frame)
            case _:
                raise Impure


def _names(statements: list[cst.CSTNode]) -> Iterator[str]:
    for statement in statements:
        for small in statement.body if isinstance(statement, cst.SimpleStatementLine) else ():
            if isinstance(small, cst.Assign):
                yield from (n.value for t in small.targets for n in target_names(t.target))
            elif isinstance(small, cst.AnnAssign):
                yield from (n.value for n in target_names(small.target))


def _small(machine: Machine, cls: Class, small: cst.BaseSmallStatement, frame: Frame) -> None:
    match small:
        case cst.AnnAssign(target=cst.Name(value=str(name)), value=value):
            if _has_fields(cls) and not _is_shared(machine, small, frame):
                cls.own_fields[name] = _field(machine, cls, value, frame)
                if cls.own_fields[name].default is None:
                    return
            if value is not None:
                _set(machine, cls, name, value, frame)
        case cst.Assign(targets=[cst.AssignTarget(target=cst.Name(value=str(name)))], value=value):
            _set(machine, cls, name, value, frame)
        case cst.Assign(targets=targets, value=value):
            given = machine.evaluated(value, frame)
            for target in targets:
                if not isinstance(target.target, (cst.Tuple, cst.List)):
                    raise Impure
                machine.unpack(target.target, given, frame)
            for name in {n.value: None for t in targets for n in target_names(t.target)}:
                _bind(cls, name, Evaluated(frame.bindings[name].value, given.code, given.span))
        case (
            cst.Pass()
            | cst.Expr(value=cst.SimpleString() | cst.ConcatenatedString() | cst.Ellipsis())
        ):
            pass
        case _:
            raise Impure


def _has_fields(cls: Class) -> bool:
    """Whether names with annotations are fields."""
    return cls.is_dataclass or (cls.is_tuple and not any(one.is_tuple for one in cls.order[1:]))


def _is_shared(machine: Machine, small: cst.AnnAssign, frame: Frame) -> bool:
    """Whether it is no field: `count: ClassVar[int] = 0`."""
    kind = small.annotation.annotation
    kind = kind.value if isinstance(kind, cst.Subscript) else kind
    if machine.qualified(kind, frame) == "dataclasses.InitVar":
        raise Impure
    return machine.qualified(kind, frame) == "typing.ClassVar"


def _field(machine: Machine, cls: Class, value: cst.BaseExpression | None, frame: Frame) -> Field:
    if value is None:
        return Field(by_keyword=cls.by_keyword)
    if not isinstance(value, cst.Call) or machine.qualified(value.func, frame) not in (
        "dataclasses.field",
        "field",
    ):
        return Field(machine.evaluated(value, frame), by_keyword=cls.by_keyword)
    given = {a.keyword.value: machine.evaluated(a.value, frame) for a in value.args if a.keyword}
    flags = {name: to_python(one.value) for name, one in given.items() if name in _FLAGS}
    if not all(isinstance(flag, bool) for flag in flags.values()):
        raise Impure
    return Field(
        default=given.get("default"),
        factory=given["default_factory"].value if "default_factory" in given else None,
        is_parameter=flags.get("init", True) is True,
        by_keyword=flags.get("kw_only", cls.by_keyword) is True,
        is_compared=flags.get("compare", True) is True,
    )


_FLAGS = ("init", "kw_only", "compare")


def _set(machine: Machine, cls: Class, name: str, value: cst.BaseExpression, frame: Frame) -> None:
    field = cls.own_fields.get(name)
    given = field.default if field is not None and field.default is not None else None
    if given is None and cls.is_enum and _is_auto(machine, value, frame):
        given = _next(machine, cls, value)
    given = given or machine.evaluated(value, frame)
    if isinstance(given.value, Residual):
        given = Evaluated(given.value, cls.member(name), given.span)
    frame.bind(name, given.value)
    if cls.is_enum and not name.startswith("_"):
        given = _member(cls, name, given)
    _bind(cls, name, given)


def _bind(cls: Class, name: str, given: Evaluated) -> None:
    cls.members[name] = given


def _is_auto(machine: Machine, value: cst.BaseExpression, frame: Frame) -> bool:
    called = value.func if isinstance(value, cst.Call) else None
    return called is not None and machine.qualified(called, frame) == "enum.auto"


def _next(machine: Machine, cls: Class, value: cst.BaseExpression) -> Evaluated:
    """What `auto()` gives: one more than the largest number so far."""
    before = [to_python(one.value) for one in cls.members.values()]
    numbers = [one.value if isinstance(one, Member) else None for one in before]
    if "_generate_next_value_" in cls.members or not all(type(n) is int for n in numbers):
        raise Impure
    found = Known(max([0, *(n for n in numbers if isinstance(n, int))]) + 1)
    return Evaluated(found, text(str(found.value)), machine.span(value))


def _member(cls: Class, name: str, given: Evaluated) -> Evaluated:
    """A member of the enumeration; another name for one where the values are equal."""
    code = cls.member(name)
    plain = to_python(given.value)
    for held in cls.members.values():
        other = held.value.value if isinstance(held.value, Known) else None
        if isinstance(other, Member) and other.value == plain:
            return Evaluated(held.value, code, given.span)
    own = any(text_ in one.members for one in cls.order for text_ in _TEXTS)
    written = None if own or cls.is_plain else f"{cls.symbol.name}.{name}"
    member = Member(cls.symbol, name, plain, cls.is_plain and not own, written)
    return Evaluated(Known(member), code, given.span)


def _inner(machine: Machine, cls: Class, tree: cst.ClassDef, home: Frame, frame: Frame) -> None:
    """A class inside a class."""
    name = tree.name.value
    symbol = Symbol(f"{cls.symbol.name}.{name}", cls.symbol.scope, machine.record.next_order())
    made = machine.function(symbol, tree, home)
    frame.bind(name, made)
    _bind(cls, name, Evaluated(made, cls.member(name), machine.span(tree.name)))


def _method(machine: Machine, cls: Class, tree: cst.FunctionDef, home: Frame) -> None:
    """A method is a function that is called with the object first."""
    name = tree.name.value
    words = [machine.qualified(one.decorator, home) for one in tree.decorators]
    words = [word for word in words if word not in _SAYING]
    symbol = Symbol(f"{cls.symbol.name}.{name}", cls.symbol.scope, machine.record.next_order())
    bare = tree.with_changes(decorators=()) if tree.decorators else tree
    function = machine.function(symbol, bare, home)
    machine.owners[symbol] = cls
    cls.functions.append(function)
    value: Value = function
    if words == [f"{name}.setter"] and isinstance(held := _held(cls, name), Wrapped):
        value = Wrapped("property", held.function, function)
    elif words and (len(words) > 1 or words[0] not in _KINDS):
        raise Impure  # a decorator may do anything with it
    elif words:
        value = Wrapped(_KINDS[words[0]], function)
    elif name == "__new__":
        raise Impure
    _bind(cls, name, Evaluated(value, cls.member(name), machine.span(tree.name)))


def _held(cls: Class, name: str) -> Value | None:
    return cls.members[name].value if name in cls.members else None
