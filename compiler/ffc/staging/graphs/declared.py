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

_ENTRY = '{"type": "number", "default": 1}'


def declared(
    machine: Machine, symbol: Symbol, classes: list[Member | str | None]
) -> tuple[tuple[StepParameter, ...] | None, tuple[Diagnostic, ...]]:
    """The entries, None where they are not known, and the diagnostics about them."""
    value = attribute(machine, classes, "Parameters")
    owner, expression = _written(classes)
    if owner is None or expression is None:
        place = machine.span(machine.trees[symbol])
        return _inherited(value, place), ()
    place = owner.module.span(expression)
    if not isinstance(value, dict):
        if value is UNKNOWN:
            return None, ()
        way = f"write a dict: the name of each parameter, and a dict such as `{_ENTRY}`"
        reason = "is no dict"
        return None, (errors.BadDeclaration(place, "Parameters", symbol.name, reason, way),)
    places = _places(owner, expression)
    found: list[StepParameter] = []
    problems: list[Diagnostic] = []
    for name, entry in value.items():
        span = places.get(name, place)
        problem = _problem(symbol.name, name, entry, span)
        if problem is not None:
            problems.append(problem)
        if isinstance(name, str):
            found.append(_entry(name, entry, span))
    return tuple(found), tuple(problems)


def _written(classes: list[Member | str | None]) -> tuple[Member | None, cst.BaseExpression | None]:
    for one in classes:
        if not isinstance(one, Member):
            break
        found = assigned(one.tree, "Parameters")
        if found is not None:
            return one, found
    return None, None


def _places(owner: Member, expression: cst.BaseExpression) -> dict[object, Span]:
    """Where the entries stand that are written out."""
    found: dict[object, Span] = {}
    for entry in expression.elements if isinstance(expression, cst.Dict) else ():
        if isinstance(entry, cst.DictElement) and isinstance(entry.key, cst.SimpleString):
            found[entry.key.evaluated_value] = owner.module.span(entry.value)
    return found


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


def _problem(step: str, name: object, entry: object, span: Span) -> Diagnostic | None:
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
        return None
    if not isinstance(kind, str):
        reason = f"gives the type of parameter `{name}` not as text"
        return errors.BadDeclaration(span, "Parameters", step, reason, way)
    if kind.partition("[")[0] not in TYPES:
        return errors.UnknownType(span, kind, name, step)
    default = entry.get("default")
    if "default" in entry and default is not None and not suits(default, kind):
        return errors.WrongType(span, name, step, kind, f"`{default!r}`, its default", None)
    return None
