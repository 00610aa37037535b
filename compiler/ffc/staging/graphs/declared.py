"""`Parameters` of a step's class: the entries, and what is wrong with them."""

from __future__ import annotations

import libcst as cst

from ...diagnostics import Diagnostic
from ...diagnostics import steps as errors
from ...ir import UNKNOWN, StepParameter, Symbol
from ...ir.step import TYPES, suits
from ...source import Span
from ..machine import Machine
from .attributes import assigned, attribute
from .family import Member

_CLASSES = {
    "int": "number",
    "float": "number",
    "str": "string",
    "bool": "boolean",
    "dict": "dict",
    "list": "list",
}
_ENTRY = '{"type": "number", "default": 1}'


def declared(
    machine: Machine, symbol: Symbol, classes: list[Member | str | None]
) -> tuple[tuple[StepParameter, ...] | None, tuple[Diagnostic, ...]]:
    """The entries, None where they are not known, and the diagnostics about them."""
    value = attribute(machine, classes, "Parameters")
    owner, expression = written(classes, "Parameters")
    if owner is None or expression is None:
        tree = machine.trees[symbol]
        assert isinstance(tree, cst.ClassDef)
        return _inherited(value, machine.span(tree.name)), ()
    place, step = owner.module.span(expression), owner.tree.name.value
    if not isinstance(value, dict):
        if value is UNKNOWN:
            return None, ()
        way = f"write a dict: the name of each parameter, and a dict such as `{_ENTRY}`"
        reason = "is no dict"
        return None, (errors.BadDeclaration(place, "Parameters", step, reason, way),)
    places = _places(expression)
    found: list[StepParameter] = []
    problems: list[Diagnostic] = []
    for name, entry in value.items():
        entered = places.get(name)
        span = owner.module.span(entered) if entered is not None else place
        problem = _problem(step, name, entry, span, _class(entered))
        if problem is not None:
            problems.append(problem)
        if isinstance(name, str):
            found.append(_entry(name, entry, span))
    return tuple(found), tuple(problems)


def written(
    classes: list[Member | str | None], name: str
) -> tuple[Member | None, cst.BaseExpression | None]:
    """The class of the app that gives the attribute its value, and that as it is written."""
    for one in classes:
        if not isinstance(one, Member):
            break
        found = assigned(one.tree, name)
        if found is not None:
            return one, found
    return None, None


def _places(expression: cst.BaseExpression | None) -> dict[object, cst.BaseExpression]:
    """The entries of a dict that are written out."""
    found: dict[object, cst.BaseExpression] = {}
    for entry in expression.elements if isinstance(expression, cst.Dict) else ():
        if isinstance(entry, cst.DictElement) and isinstance(entry.key, cst.SimpleString):
            found[entry.key.evaluated_value] = entry.value
    return found


def _class(written: cst.BaseExpression | None) -> str | None:
    """The class of Python's that a written entry has as its type."""
    kind = _places(written).get("type")
    return kind.value if isinstance(kind, cst.Name) and kind.value in _CLASSES else None


def _inherited(value: object, place: Span) -> tuple[StepParameter, ...] | None:
    """The entries of a class of the runtime."""
    if not isinstance(value, dict):
        return None
    return tuple(_entry(name, entry, place) for name, entry in value.items())


def _entry(name: str, entry: object, span: Span) -> StepParameter:
    found = entry if isinstance(entry, dict) else {}
    kind = found.get("type")
    known = kind if isinstance(kind, str) and kind.partition("[")[0] in TYPES else None
    return StepParameter(name, known, "default" in found, span)


def _problem(
    step: str, name: object, entry: object, span: Span, kind_as_class: str | None
) -> Diagnostic | None:
    way = f"as in `{_ENTRY}`"
    if not isinstance(name, str) or not name.isidentifier():
        reason = f"has `{name!r}`, which can be no name of a parameter"
        return errors.BadDeclaration(span, "Parameters", step, reason, f'as in `"value": {_ENTRY}`')
    if entry is UNKNOWN:
        return None
    if not isinstance(entry, dict):
        reason = f"has no dict for parameter `{name}`"
        return errors.BadDeclaration(span, "Parameters", step, reason, way)
    kind = entry.get("type")
    if "type" not in entry:
        reason = f'gives parameter `{name}` no `"type"`'
        return errors.BadDeclaration(span, "Parameters", step, reason, way)
    if kind is UNKNOWN:
        if kind_as_class is None:
            return None
        way = f'write `"type": "{_CLASSES[kind_as_class]}"`'
    if not isinstance(kind, str):
        reason = f"gives the type of parameter `{name}` not as text"
        return errors.BadDeclaration(span, "Parameters", step, reason, way)
    if kind.partition("[")[0] not in TYPES:
        return errors.UnknownType(span, kind, name, step)
    default = entry.get("default")
    if "default" in entry and default is not None and not suits(default, kind):
        return errors.WrongType(span, name, step, kind, f"`{default!r}`, its default", None)
    return None
