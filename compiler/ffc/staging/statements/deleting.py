"""`del`: of names, of elements and slices of containers, of attributes."""

from __future__ import annotations

import libcst as cst

from ...ir import Effect, join, text
from ..changes import lose
from ..forbid import forbid
from ..frame import Frame
from ..keep import filled, keep, keep_wiring
from ..keys import hashable
from ..machine import Machine
from ..values import (
    Broken,
    Mapping_,
    Object_,
    Sequence_,
    is_counter,
    is_known,
    of_wiring,
    to_python,
)
from .stores import Place, place_of


def deleted(machine: Machine, node: cst.Del, frame: Frame) -> None:
    """What is not there in the driver is deleted from the wiring alone."""
    for target in _targets(node.target):
        if isinstance(target, cst.Name):
            _name(machine, node, target, frame)
            continue
        place = place_of(machine, target, frame)
        if place is not None:
            _part(machine, node, place, frame)


def _targets(target: cst.BaseExpression) -> list[cst.BaseExpression]:
    """`del a, b` is `del a` and `del b`."""
    if isinstance(target, (cst.Tuple, cst.List)):
        return [one for element in target.elements for one in _targets(element.value)]
    return [target]


def _name(machine: Machine, node: cst.Del, target: cst.Name, frame: Frame) -> None:
    held = frame.lookup(target.value)
    if held is None or isinstance(held.value, Broken):
        return
    is_there = held.code is None and not of_wiring(held.value)
    if is_there:
        keep(machine, frame, _alone(machine, node, target), effect=Effect.ANY)
    home = frame.home(target.value)
    if target.value in home.bindings:
        home.remove(target.value)


def _part(machine: Machine, node: cst.Del, place: Place, frame: Frame) -> None:
    owner = place.owner
    if isinstance(owner, Broken):
        return
    wired = of_wiring(owner)
    done = _removed(machine, place)
    if wired:
        if not done:
            forbid(machine, place.target, owner, "`del`")
            return
        source = machine.source(place.target, frame)
        code = join(text("del "), source, text("\n"))
        keep_wiring(machine, code, (), filled(source), machine.span(node))
        return
    if not done:
        lose(machine, owner)
    changes = machine.names_of(frame, owner)
    effect = Effect.NONE if done and changes else Effect.ANY
    keep(machine, frame, _alone(machine, node, place.target), changes=changes, effect=effect)


def _alone(machine: Machine, node: cst.Del, target: cst.BaseExpression) -> cst.Del:
    """The statement with one of its targets."""
    if node.target is target:
        return node
    assert isinstance(target, (cst.Name, cst.Attribute, cst.Subscript))
    return machine.stand_in(cst.Del(target), node)


def _removed(machine: Machine, place: Place) -> bool:
    """Deletes the part from what staging follows; whether it could."""
    owner = place.owner
    match owner:
        case Object_() if isinstance(place.target, cst.Attribute) and not owner.escaped:
            name = place.target.attr.value
            if owner.is_frozen or name not in owner.fields:
                return False
            machine.trail.save(owner)
            del owner.fields[name]
        case Mapping_(escaped=False):
            if hashable(place.key) not in owner.entries:
                return is_counter(owner) and is_known(hashable(place.key))
            machine.trail.save(owner)
            del owner.entries[hashable(place.key)]
        case Sequence_(escaped=False, is_list=True):
            key = to_python(place.key)
            if not isinstance(key, (int, slice)):
                return False
            if isinstance(key, int) and not -len(owner.items) <= key < len(owner.items):
                return False
            machine.trail.save(owner)
            del owner.items[key]
        case _:
            return False
    return True
