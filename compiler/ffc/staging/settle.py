"""Fixes what lists and dicts with nodes hold besides nodes.

Such a container is not there in the driver: what it holds is written where a node gets it. What the
app computed, or read from a name that it binds again, is given a name of its own before that:

    parts = [next(ids), load("a")]           part = next(ids)
    total = join(parts)               →      total = join.remote(*pack([part, load_ref]))
"""

from __future__ import annotations

from ..ir import Fragment, text
from ..ir.literal import literal
from .frame import Frame
from .keep import calls, is_computed, keep_once
from .machine import Machine
from .reify import reify
from .values import (
    Evaluated,
    Known,
    Mapping_,
    Object_,
    Residual,
    Sequence_,
    Value,
    of_wiring,
)


def settle(machine: Machine, frame: Frame, name: str, given: Evaluated) -> Evaluated:
    """The container with settled elements, changed in place; other values as they are."""
    value = given.value
    if not of_wiring(value) or not isinstance(value, (Sequence_, Mapping_)):
        return given
    changed = _settle_elements(machine, frame, name, value)
    code = reify(value) if changed else None
    return given if code is None else Evaluated(value, code, given.span)


def _settle_elements(machine: Machine, frame: Frame, name: str, value: Value) -> bool:
    changed = False
    if isinstance(value, Sequence_):
        for index, item in enumerate(value.items):
            value.items[index] = settle_one(machine, frame, name, item)
            changed = changed or value.items[index] is not item
    elif isinstance(value, Mapping_):
        for key, (written, item) in value.entries.items():
            fixed = written
            if isinstance(written.value, Known):  # what is not known has a name by now
                fixed = settle_one(machine, frame, name, written)
            value.entries[key] = (fixed, settle_one(machine, frame, name, item))
            changed = changed or fixed is not written or value.entries[key][1] is not item
    return changed


def settle_one(machine: Machine, frame: Frame, name: str, item: Evaluated) -> Evaluated:
    """One element, with code that means the same wherever it is written later."""
    item = lasting(machine, item)
    if isinstance(item.value, (Sequence_, Mapping_)) and of_wiring(item.value):
        return settle(machine, frame, name, item)
    if of_wiring(item.value) or not may_change(machine, item):
        return item
    if isinstance(item.value, (Sequence_, Mapping_)) and not item.value.escaped:
        _settle_elements(machine, frame, name, item.value)  # it is written with these
    written = literal(item.value.value) if isinstance(item.value, Known) else None
    if written is not None:
        return Evaluated(item.value, text(written), item.span)
    return Evaluated(item.value, keep_once(machine, frame, name, item, always=True), item.span)


def lasting(machine: Machine, item: Evaluated) -> Evaluated:
    """Something of the wiring, without the names of it that may mean something else later."""
    if item.source is None or not _is_bound_again(machine, item.source):
        return item
    return Evaluated(item.value, item.code, item.span)


def _is_bound_again(machine: Machine, code: Fragment) -> bool:
    """Whether it names a variable that is bound more than once."""
    return any(symbol.name in machine.rebound.get(symbol.scope, ()) for symbol in code.symbols)


def may_change(machine: Machine, item: Evaluated) -> bool:
    """Whether its code may give something else later: it computes, or names what is bound again."""
    return is_computed(item.code) or _is_bound_again(machine, item.code)


def settled_item(machine: Machine, frame: Frame, item: Evaluated) -> Evaluated:
    """An element that a loop goes through; what the app computes for it it computes before."""
    if isinstance(item.value, (Residual, Object_)) and calls(item.code):
        return settle_one(machine, frame, "item", item)
    return item
