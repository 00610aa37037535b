"""Assignments: names of nodes are bound at compile time, all others stay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import libcst as cst

from ...diagnostics import staging as errors
from ...frontend.names import target_names
from ...ir import Fragment, Ref, Symbol, SymbolUse, join, text
from ...source import Span
from ..changes import lose
from ..effects import effect_of
from ..forbid import forbid
from ..frame import Frame
from ..iteration import iterate, sequence
from ..keep import Target, filled, keep, keep_binding, keep_code, keep_wiring
from ..kept.copies import copy_if_held
from ..kept.held import element, some
from ..machine import Machine
from ..modules.members import assignable
from ..raising import Error_, Raised
from ..settle import settle, settle_one
from ..values import (
    BROKEN,
    RESIDUAL,
    Broken,
    Evaluated,
    FunctionValue,
    InstanceValue,
    ItemValue,
    Known,
    ManyValue,
    Mapping_,
    ModuleValue,
    NodeValue,
    Object_,
    Residual,
    RunValue,
    Sequence_,
    Value,
    describe,
    is_ref,
    of_wiring,
)
from .stores import Place, place_of, store


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
    places = [p for target in node.targets for p in _places(machine, target.target, value, frame)]
    if any(place.is_wired for place, _ in places):
        if machine.tracks:
            targets = [target.target for target in node.targets]
            _keep_wiring(machine, targets, node.value, machine.source(node.value, frame), frame)
        settled = settle_one(machine, frame, "part", given)
        for target in node.targets:
            _spread(machine, target.target, settled, iter(places), frame)
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
    return _ref(item.value) is not None and len(item.as_written.parts) == 1


def _places(
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
    return [found for one, held in both for found in _places(machine, one, held, frame)]


def _spread(
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
            _spread(machine, element.value, item, places, frame)
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


def bind_target(
    machine: Machine, target: cst.BaseExpression, given: Evaluated, frame: Frame
) -> None:
    """Binds a target to something of the wiring."""
    value = given.value
    if isinstance(target, cst.Name):
        copy_if_held(machine, frame, target.value, given.span)
        symbol = frame.bind(target.value, value)
        ref = _ref(value)
        if ref is not None:
            _name_ref(machine, ref, symbol)
    elif isinstance(target, (cst.Tuple, cst.List)):
        unpack(machine, target, given, frame)
    elif isinstance(target, cst.Attribute) and (module := frame.module_of(target)) is not None:
        if assignable(machine, module, target):
            bind_target(machine, target.attr, given, module.frame)
    elif (place := place_of(machine, target, frame)) and store(machine, place, given, frame):
        return
    elif not isinstance(value, Broken):
        where = "an attribute" if isinstance(target, cst.Attribute) else "a container"
        machine.refuse(errors.Escapes(machine.span(target), describe(value), where))


def _name_ref(machine: Machine, ref: Ref, symbol: Symbol) -> None:
    """The first name counts, and the name in a calling function more than that in a called one."""
    held = machine.record.ref_names.get(ref)
    if held is None or symbol.scope < held.scope:
        machine.record.ref_names[ref] = symbol


def _ref(value: Value) -> Ref | None:
    if isinstance(value, (NodeValue, InstanceValue)):
        return Ref(value.node)
    return value.ref if isinstance(value, ItemValue) else None


def unpack(machine: Machine, target: cst.Tuple | cst.List, given: Evaluated, frame: Frame) -> None:
    """Binds the targets to the elements of something of the wiring, or of a known container."""
    value = given.value
    targets = [element.value for element in target.elements]
    items = iterate(value, given.span)
    if isinstance(value, (NodeValue, ItemValue)):
        machine.refuse(errors.UnpackedNode(machine.span(target), len(targets)))
    elif items is not None and (matched := matched_items(target, items, given.span)) is not None:
        for one, item in zip(targets, matched, strict=True):
            bind_element(machine, one, item, frame)
        return
    elif isinstance(value, ManyValue):
        _unpack_held(machine, target, value, given, frame)
        return
    else:
        misfit(machine, frame, target, given, items)
        return
    for name in target_names(target):
        frame.bind(name.value, BROKEN)


def _unpack_held(
    machine: Machine,
    target: cst.Tuple | cst.List,
    value: ManyValue,
    given: Evaluated,
    frame: Frame,
) -> None:
    """`first, *others = nodes`, where the driver has the nodes."""
    for part in target.elements:
        starred = isinstance(part, cst.StarredElement)
        rest = ManyValue(value.nodes, parts=value.parts, depth=value.depth)
        one = rest if starred else some(element(value, given.span))
        bind_target(machine, part.value, Evaluated(one, given.code, given.span), frame)


def misfit(
    machine: Machine,
    frame: Frame,
    target: cst.Tuple | cst.List,
    given: Evaluated,
    items: list[Evaluated] | None,
) -> None:
    """Refuses to unpack what has another number of elements, or one that is not known."""
    if items is not None and machine.guarded:
        raise Raised(Error_(ValueError), machine.span(target))
    if not isinstance(given.value, Broken):
        what = f"{len(items)} values" if items is not None else describe(given.value)
        machine.refuse(errors.MisfitUnpacking(machine.span(target), what, len(target.elements)))
    for name in target_names(target):
        frame.bind(name.value, BROKEN)


def matched_items(
    target: cst.Tuple | cst.List, items: list[Evaluated], span: Span
) -> list[Evaluated] | None:
    """What each target gets, a starred one a list; None where the numbers do not fit."""
    stars = [i for i, e in enumerate(target.elements) if isinstance(e, cst.StarredElement)]
    spare = len(items) - len(target.elements)
    if not stars:
        return items if spare == 0 else None
    if spare < -1:
        return None
    first, last = stars[0], stars[0] + spare + 1
    starred = sequence(items[first:last], span)
    return [*items[:first], starred, *items[last:]]


def bind_element(
    machine: Machine, target: cst.BaseExpression, item: Evaluated, frame: Frame
) -> None:
    if of_wiring(item.value) or isinstance(item.value, Broken) or not isinstance(target, cst.Name):
        bind_target(machine, target, item, frame)
    else:
        keep_binding(machine, frame, target, item)


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
