"""Parts of containers, objects and modules that assignments give values: `rows[0] = value`."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from ...frontend.names import target_names
from ...ir import Symbol, join, text
from ...source import Span
from ..changes import lose
from ..forbid import forbid
from ..frame import Frame
from ..iteration import iterate
from ..keep import Target, keep_code
from ..machine import Machine
from ..modules.members import assignable
from ..settle import settle_one
from ..values import (
    RESIDUAL,
    Evaluated,
    FunctionValue,
    Mapping_,
    ModuleValue,
    Object_,
    Residual,
    RunValue,
    Sequence_,
    Value,
)
from .stores import Place, place_of, store
from .targets import bind_element, matched_items, misfit


def places_in(
    machine: Machine, target: cst.BaseExpression, value: Value, frame: Frame
) -> list[tuple[Place, Value]]:
    """The parts in a target, each with what it gets of a value that is none of the wiring."""
    place = place_of(machine, target, frame)
    if place is not None:
        return [(place, value)]
    if not isinstance(target, (cst.Tuple, cst.List)):
        return []
    parts_ = [element.value for element in target.elements]
    items = value.items if isinstance(value, Sequence_) and not value.escaped else []
    fits = len(items) == len(parts_)
    values: list[Value] = [one.value for one in items] if fits else [RESIDUAL] * len(parts_)
    both = zip(parts_, values, strict=True)
    return [found for one, held in both for found in places_in(machine, one, held, frame)]


def spread(
    machine: Machine,
    target: cst.BaseExpression,
    given: Evaluated,
    places: Iterator[tuple[Place, Value]],
    frame: Frame,
) -> None:
    """Gives one target after another what is its own, where some are parts of the wiring."""
    if isinstance(target, (cst.Tuple, cst.List)):
        items = iterate(given.value, given.span)
        matched = matched_items(target, items, given.span) if items is not None else None
        if matched is None:
            misfit(machine, frame, target, given, items)
            return
        for element, item in zip(target.elements, matched, strict=True):
            spread(machine, element.value, item, places, frame)
    elif isinstance(target, cst.Name):
        bind_element(machine, target, given, frame)
    else:
        place, _ = next(places)
        settled = settle_one(machine, frame, "part", given)
        if place.is_wired:
            if not store(machine, place, settled, frame):
                forbid(machine, target, place.owner, "an assignment")
        else:
            _keep_part(machine, place, settled, frame)


def _keep_part(machine: Machine, place: Place, given: Evaluated, frame: Frame) -> None:
    """Records `part = value` for one target of several."""
    changes = changed(machine, place, given, frame)
    target = machine.code(place.target, frame)
    keep_code(
        machine, frame, join(target, text(" = "), given.code, text("\n")), changes, given.span
    )


def changed(machine: Machine, place: Place, given: Evaluated, frame: Frame) -> list[Symbol]:
    """The variables whose container or object `part = value` changes, which staging follows."""
    if isinstance(place.owner, ModuleValue) and isinstance(place.target, cst.Attribute):
        assignable(machine, place.owner, place.target)
        return []
    if not isinstance(place.owner, (Sequence_, Mapping_, Object_, FunctionValue)):
        if not isinstance(place.owner, Residual):
            forbid(machine, place.target, place.owner, "an assignment to a part of it")
        return []
    if not store(machine, place, given, frame):
        lose(machine, place.owner)
    return machine.names_of(frame, place.owner)


def names_at(place: Place, value: Value) -> list[tuple[Target, Value]]:
    """`module.name` is a name of that module, with what it gets."""
    if not isinstance(place.owner, ModuleValue) or not isinstance(place.target, cst.Attribute):
        return []
    return [(place.target, RESIDUAL if isinstance(value, RunValue) else value)]


def pairs(target: cst.BaseExpression, value: Value, span: Span) -> list[tuple[Target, Value]]:
    """The names in `target`, each with what it gets of `value`."""
    if isinstance(value, RunValue):
        value = RESIDUAL
    if isinstance(target, cst.Name):
        return [(target, value)]
    if isinstance(target, (cst.Tuple, cst.List)):
        items = iterate(value, span)
        matched = None if items is None else matched_items(target, items, span)
        if matched is not None:
            both = zip(target.elements, matched, strict=True)
            return [p for part, item in both for p in pairs(part.value, item.value, item.span)]
    return [(name, RESIDUAL) for name in target_names(target)]
