"""Comprehensions with nodes over known values, as the loops that they are.

models = [train(rate) for rate in RATES]       models = []
                                         →     for rate in RATES:
                                                   models.append(train.remote(rate))

Like the loops of statements, they are followed pass by pass, and stay loops if these do the same.
"""

from __future__ import annotations

from collections.abc import Callable

import libcst as cst

from ...ir import UNKNOWN, Fragment, Symbol, SymbolUse, join, text
from ..attempt import Undecided
from ..binding import bind_pass
from ..frame import Frame
from ..keep import keep_wiring
from ..keys import hashable
from ..machine import Machine
from ..truth import truth
from ..values import Broken, Evaluated, Known, Mapping_, Sequence_, Value

_Add = Callable[[Frame], None]


def looped(
    machine: Machine, node: cst.ListComp | cst.DictComp, frame: Frame
) -> tuple[Value, Fragment]:
    """The list or dict, and the variable that it is in where the loop stays."""
    given = machine.evaluated(node.for_in.iter, frame)
    symbol = Symbol(machine.hint or "items", -10_000 - machine.record.next_order())
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
            first = entries[python][0] if python in entries else _alone(key)
            entries[python] = (first, _alone(value))
            place, end = join(text("["), key.as_written, text("] = ")), text("\n")
        else:
            value = machine.evaluated(node.elt, inner)
            place, end = text(".append("), text(")\n")
        items.append(_alone(value))
        code = join(name, place, value.as_written, end)
        keep_wiring(machine, code, (), (symbol,), span)

    if not isinstance(given.value, Broken):
        _go_through(machine, node.for_in, frame, given, add)
    broken = next((item.value for item in items if isinstance(item.value, Broken)), None)
    made = Mapping_(entries) if is_dict else Sequence_(items, is_list=True)
    return given.value if isinstance(given.value, Broken) else broken or made, name


def _alone(element: Evaluated) -> Evaluated:
    """The element for other places, where the variables of the loop mean nothing."""
    return Evaluated(element.value, element.code, element.span)


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
