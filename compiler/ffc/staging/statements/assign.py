"""Assignments: names of nodes are bound at compile time, all others stay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import libcst as cst

from ...frontend.names import target_names
from ...ir import Fragment, Symbol, SymbolUse, join, text
from ..effects import effect_of
from ..frame import Frame
from ..iteration import iterate
from ..keep import filled, keep, keep_wiring
from ..machine import Machine
from ..settle import settle, settle_one
from ..values import (
    RESIDUAL,
    Broken,
    Evaluated,
    Known,
    Mapping_,
    RunValue,
    Sequence_,
    Value,
    is_ref,
    of_wiring,
)
from .parts import changed, names_at, pairs, places_in, spread
from .stores import place_of
from .targets import bind_target, matched_items, ref_of


def assign(machine: Machine, node: cst.Assign, frame: Frame) -> None:
    only = node.targets[0].target if len(node.targets) == 1 else None
    machine.hint = str(only.value) if isinstance(only, cst.Name) else ""
    machine.hinted = id(node.value)
    value = machine.evaluate_bare(node.value, frame)
    machine.hint = ""
    if of_wiring(value) or machine.is_wiring(value) or isinstance(value, Broken):
        _bind_all(machine, [target.target for target in node.targets], node.value, value, frame)
        return
    given = Evaluated(value, machine.code(node.value, frame), machine.span(node.value))
    places = [p for target in node.targets for p in places_in(machine, target.target, value, frame)]
    if any(place.is_wired for place, _ in places):
        if machine.tracks:
            targets = [target.target for target in node.targets]
            _keep_wiring(machine, targets, node.value, machine.source(node.value, frame), frame)
        settled = settle_one(machine, frame, "part", given)
        for target in node.targets:
            spread(machine, target.target, settled, iter(places), frame)
        return
    bound = [pair for target in node.targets for pair in pairs(target.target, value, given.span)]
    bound += [pair for place, one in places for pair in names_at(place, one)]
    changes = [
        symbol
        for place, one in places
        for symbol in changed(machine, place, replace(given, value=one), frame)
    ]
    right = given.code if isinstance(only, cst.Name) else None
    effect = effect_of(node.value, machine, frame) if changes else None
    keep(machine, frame, node, bound, right, changes, effect)
    if isinstance(only, cst.Name):
        _refer(frame, only.value, value)


def _bind_all(
    machine: Machine,
    targets: Sequence[cst.BaseExpression],
    right: cst.BaseExpression,
    value: Value,
    frame: Frame,
) -> None:
    """Binds the targets to something of the wiring: what stands on the right."""
    source = machine.source(right, frame) if machine.tracks else None
    given = Evaluated(value, machine.code(right, frame), machine.span(right), source)
    first = next((n.value for n in target_names(targets[0])), "part")
    given = settle(machine, frame, str(first), given)
    for target in targets:
        bind_target(machine, target, given, frame)
    if source is None or not (of_wiring(value) and is_ref(value)):
        return
    parts = _parts(targets[0] if len(targets) == 1 else None, given, frame)
    if parts is None:
        _keep_wiring(machine, targets, right, source, frame)
    for symbol, item in parts or ():
        code = join(SymbolUse(symbol), text(" = "), item.as_written, text("\n"))
        keep_wiring(machine, code, (symbol,), (), item.span)


def _keep_wiring(
    machine: Machine,
    targets: Sequence[cst.BaseExpression],
    right: cst.BaseExpression,
    source: Fragment,
    frame: Frame,
) -> None:
    """The statement as the app writes it, for blocks that stay."""
    written = [machine.source(target, frame) for target in targets]
    code = join(*(part for target in written for part in (target, text(" = "))), source, text("\n"))
    held = [frame.lookup(name.value) for target in targets for name in target_names(target)]
    defines = tuple(bound.symbol for bound in held if bound is not None)
    parts = [part for target in targets for part in _stored(target)]
    changes = tuple(s for part in parts for s in filled(machine.source(part, frame)))
    keep_wiring(machine, code, defines, changes, machine.span(right))


def _stored(target: cst.BaseExpression) -> Iterator[cst.BaseExpression]:
    """The parts of containers and objects that an assignment to `target` stores to."""
    if isinstance(target, (cst.Subscript, cst.Attribute)):
        yield target
    elif isinstance(target, (cst.Tuple, cst.List)):
        for element in target.elements:
            yield from _stored(element.value)


def _parts(
    target: cst.BaseExpression | None, given: Evaluated, frame: Frame
) -> list[tuple[Symbol, Evaluated]] | None:
    """The variables that get refs, each by itself; None where the statement stays as it is.

    `points, seed = load(), 3`: the seed has a line of its own. `train, test = both[0], both[1]`
    names refs, and needs no line.
    """
    if not isinstance(target, (cst.Tuple, cst.List)):
        return None
    items = iterate(given.value, given.span)
    matched = None if items is None else matched_items(target, items, given.span)
    found: list[tuple[Symbol, Evaluated]] = []
    bound: set[Symbol] = set()
    for part, item in zip(target.elements, matched or (), strict=False):
        held = frame.lookup(part.value.value) if isinstance(part.value, cst.Name) else None
        if held is None:
            return None
        bound.add(held.symbol)
        if of_wiring(item.value):
            found.append((held.symbol, item))
    crossed = any(not bound.isdisjoint(item.as_written.symbols) for _, item in found)
    alone = bool(found) and all(_is_alone(item) for _, item in found)
    stays = len(found) == len(bound) and not alone
    return None if crossed or stays else found


def _is_alone(item: Evaluated) -> bool:
    """Whether it is one ref, of a node that is made."""
    return ref_of(item.value) is not None and len(item.as_written.parts) == 1


def annotated(machine: Machine, node: cst.AnnAssign, frame: Frame) -> None:
    if node.value is None:
        keep(machine, frame, node, [(name, RESIDUAL) for name in target_names(node.target)])
        return
    value = machine.evaluate(node.value, frame)
    if of_wiring(value) or isinstance(value, Broken):
        _bind_all(machine, [node.target], node.value, value, frame)
    else:
        place = place_of(machine, node.target, frame)
        more = names_at(place, value) if place is not None else []
        keep(machine, frame, node, [*pairs(node.target, value, machine.span(node)), *more])


def _refer(frame: Frame, name: str, value: Value) -> None:
    """What a list holds is computed once: other code reads it out of the list."""
    bound = frame.lookup(name)
    if bound is None:
        return
    if isinstance(value, Sequence_):
        for index, item in enumerate(value.items):
            if not isinstance(item.value, (Known, Sequence_, Mapping_)):
                code = join(SymbolUse(bound.symbol), text(f"[{index}]"))
                value.items[index] = Evaluated(_referred(item.value), code, item.span)
    elif isinstance(value, Mapping_):
        for key, (name_, item) in value.entries.items():
            if not isinstance(item.value, (Known, Sequence_, Mapping_)):
                code = join(SymbolUse(bound.symbol), text("["), name_.code, text("]"))
                value.entries[key] = (name_, Evaluated(_referred(item.value), code, item.span))


def _referred(value: Value) -> Value:
    return RESIDUAL if isinstance(value, RunValue) else value
