"""Comprehensions with nodes over known values, as the loops that they are.

models = [train(rate) for rate in RATES]       models = []
                                         →     for rate in RATES:
                                                   models.append(train.remote(rate))

Like the loops of statements, they are followed pass by pass, and stay loops if these do the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import libcst as cst

from ...ir import UNKNOWN, Fragment, Symbol, SymbolUse, join, of_block, text
from ..attempt import Undecided
from ..binding import bind_pass
from ..frame import Frame
from ..keep import keep_wiring
from ..keys import hashable
from ..machine import Machine
from ..reify import reify
from ..truth import truth
from ..values import RESIDUAL, Broken, Evaluated, Known, Mapping_, Sequence_, Value

_Add = Callable[[Frame], None]


def looped(
    machine: Machine, node: cst.ListComp | cst.DictComp, frame: Frame, given: Evaluated
) -> tuple[Value, Fragment]:
    """The list or dict of what is made of `given`, and its variable where the loop stays."""
    symbol = of_block(machine.hint or "items", machine.record.next_order())
    name, span = join(SymbolUse(symbol)), machine.span(node)
    is_dict = isinstance(node, cst.DictComp)
    start = join(name, text(" = {}\n" if is_dict else " = []\n"))
    keep_wiring(machine, start, (symbol,), (), span)
    items: list[Evaluated] = []
    entries: dict[object, tuple[Evaluated, Evaluated]] = {}

    def add(inner: Frame) -> None:
        if isinstance(node, cst.DictComp):
            key, value = machine.evaluated(node.key, inner), machine.evaluated(node.value, inner)
            python = hashable(key.value)
            if python is UNKNOWN:
                raise Undecided(key.span)
            own = _own(inner, frame)
            held = join(name, text(f"[{python!r}]"))
            first = entries[python][0] if python in entries else _key(key, own)
            entries[python] = (first, _alone(value, held, own))
            place, end = join(text("["), key.as_written, text("] = ")), text("\n")
        else:
            value = machine.evaluated(node.elt, inner)
            place, end = text(".append("), text(")\n")
            items.append(_alone(value, join(name, text(f"[{len(items)}]")), _own(inner, frame)))
        code = join(name, place, value.as_written, end)
        keep_wiring(machine, code, (), (symbol,), span)

    if not isinstance(given.value, Broken):
        _go_through(machine, node.for_in, frame, given, add)
    held_values = [value for _, value in entries.values()] if is_dict else items
    broken = next((item.value for item in held_values if isinstance(item.value, Broken)), None)
    made = Mapping_(entries) if is_dict else Sequence_(items, is_list=True)
    return given.value if isinstance(given.value, Broken) else broken or made, name


def _own(inner: Frame, frame: Frame) -> set[Symbol]:
    """The variables of the loops inside `frame`."""
    found: set[Symbol] = set()
    one: Frame | None = inner
    while one is not None and one is not frame:
        found.update(bound.symbol for bound in one.bindings.values())
        one = one.outer
    return found


def _alone(element: Evaluated, place: Fragment, own: set[Symbol]) -> Evaluated:
    """The element for other places, where the loop's `own` variables mean nothing.

    There, what only the driver knows is read from its `place` in the container.
    """
    value = element.value
    if isinstance(value, Sequence_):
        for index, item in enumerate(value.items):
            value.items[index] = _alone(item, join(place, text(f"[{index}]")), own)
    elif isinstance(value, Mapping_):
        for python, (key, held) in value.entries.items():
            inside = _alone(held, join(place, text(f"[{python!r}]")), own)
            value.entries[python] = (_key(key, own), inside)
    code = element.code
    if not own.isdisjoint(code.symbols):
        known = reify(value) if isinstance(value, Known) else None
        code = place if value == RESIDUAL else known or code
    return Evaluated(value, code, element.span, place)


def _key(key: Evaluated, own: set[Symbol]) -> Evaluated:
    """A key of a dict is in no place of its own."""
    return replace(_alone(key, key.code, own), source=None)


def _go_through(
    machine: Machine, part: cst.CompFor, frame: Frame, given: Evaluated, add: _Add
) -> None:
    """Does what is inside of a `for` for each of the elements, in a frame that they share."""
    steps = machine.steps(given)
    if steps is None:
        raise Undecided(given.span)
    own = machine.names_in(part.target)
    inner = Frame(machine.record.new_scope(), machine.trail, outer=frame, own=own)
    source = given.as_written
    machine.record.enter(machine.span(part), id(part), tuple(source.symbols), in_place=True)
    for number, item in enumerate(steps):
        machine.step(part)
        machine.record.turn(number)
        bind_pass(machine, inner, part.target, item, part, source)
        if not all(_holds(machine, condition.test, inner) for condition in part.ifs):
            continue
        if part.inner_for_in is None:
            add(inner)
            continue
        more = machine.evaluated(part.inner_for_in.iter, inner)
        if not isinstance(more.value, Broken):
            _go_through(machine, part.inner_for_in, inner, more, add)
    machine.record.leave()


def _holds(machine: Machine, test: cst.BaseExpression, frame: Frame) -> bool:
    decided = truth(machine, test, machine.evaluate(test, frame))
    if isinstance(decided, (Known, Broken)):
        return isinstance(decided, Known) and bool(decided.value)
    raise Undecided(machine.span(test))
