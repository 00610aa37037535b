"""Comprehensions: worked out pass by pass over known values, with nodes or without.

models = [train(points, rate) for rate in (0.1, 1.0)]       two nodes, in a list
"""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from ...diagnostics import staging as errors
from ...frontend.search import find
from ...ir import UNKNOWN, Fragment
from ..attempt import Undecided
from ..binding import bind_targets
from ..calls.pure import worked_out
from ..frame import Frame
from ..iteration import iterate_unordered, length_of
from ..iterators import Iterator_
from ..kept.comprehensions import kept_comprehension
from ..keys import hashable
from ..machine import Machine
from ..reify import as_written
from ..settle import settle_one, settled_item
from ..tentative import Point
from ..together import puts_together
from ..truth import truth
from ..values import (
    BROKEN,
    RESIDUAL,
    Broken,
    Evaluated,
    Known,
    Mapping_,
    Sequence_,
    Set_,
    Value,
    of_wiring,
)
from .looped import looped
from .opaque import opaque

_Comprehension = cst.ListComp | cst.SetComp | cst.DictComp


def comprehension(machine: Machine, node: _Comprehension, frame: Frame) -> Value:
    if machine.touches(node, frame):
        return _wiring(machine, node, frame)

    def made() -> Value:
        return _made(machine, node, frame, machine.evaluated(node.for_in.iter, frame))

    found = worked_out(machine, made, [], machine.span(node), frame)
    return found or opaque(machine, node, frame)


def _wiring(machine: Machine, node: _Comprehension, frame: Frame) -> Value:
    mark = machine.record.mark()
    point = Point(machine, frame)
    name: Fragment | None = None
    hint = machine.hint
    try:
        given = machine.evaluated(node.for_in.iter, frame)
        machine.hint = hint
        count = len(machine.record.nodes)
        value, name = _looped(machine, node, frame, given) or (
            _made(machine, node, frame, given),
            None,
        )
    except Undecided:
        point.go_on()
        if machine.trail.attempts:
            raise
        machine.record.restore(mark)
        return kept_comprehension(machine, node, frame)
    except BaseException:
        point.go_on()
        raise
    has_made = len(machine.record.nodes) > count
    if not has_made and _is_of_the_driver(value) and not machine.trail.attempts:
        point.back()
        return _results(machine, node, frame)
    point.go_on()
    if of_wiring(value):  # its nodes are not made once more
        written = machine.source(node, frame) if puts_together(machine, node, frame) else None
        made = name if name is not None and has_made else None
        frame.made[id(node)] = made or written or as_written(value)
    return value


def _is_of_the_driver(value: Value) -> bool:
    """Whether only the driver knows any of its elements."""
    if isinstance(value, Sequence_):
        held = [element.value for element in value.items]
    elif isinstance(value, Mapping_):
        held = [element.value for _, element in value.entries.values()]
    else:
        return False
    return bool(held) and all(one == RESIDUAL for one in held)


def _results(machine: Machine, node: _Comprehension, frame: Frame) -> Value:
    """The comprehension as the app writes it, over results of a run; else pass by pass."""
    point = Point(machine, frame)
    try:
        value = kept_comprehension(machine, node, frame)
    except Undecided:
        value = BROKEN
    if value == RESIDUAL:
        point.go_on()
        return value
    point.back()
    return _made(machine, node, frame, machine.evaluated(node.for_in.iter, frame))


def _looped(
    machine: Machine, node: _Comprehension, frame: Frame, given: Evaluated
) -> tuple[Value, Fragment] | None:
    """What it makes as a loop; None if it makes tasks, too, which have a variable for each pass."""
    if isinstance(node, cst.SetComp) or not machine.tracks or machine.trail.attempts:
        return None
    if not find(node, cst.Call) or find(node, cst.Lambda):
        return None
    mark, said = machine.record.mark(), machine.sink.mark()
    count, start = len(machine.trees), machine.trail.begin(attempt=False)
    try:
        made = looped(machine, node, frame, given)
    except BaseException:
        machine.trail.back(start, attempt=False)
        raise
    if len(machine.trees) == count:
        machine.trail.keep(attempt=False)
        return made
    machine.trail.back(start, attempt=False)
    machine.record.restore(mark)
    machine.sink.restore(said)
    return None


def generator(machine: Machine, node: cst.GeneratorExp, frame: Frame) -> Value:
    """What it goes through is evaluated at once, its elements when something asks for them."""
    wired, mark = machine.touches(node, frame), machine.record.mark()
    given = machine.evaluated(node.for_in.iter, frame)
    if isinstance(given.value, Broken):
        return given.value
    if isinstance(given.value, Set_) and not given.value.escaped:
        return _of_set(machine, node, frame, given, wired)
    if not wired and machine.steps(given) is None:
        return opaque(machine, node, frame)
    if wired and _is_undecided(machine, node, frame, given):
        machine.record.restore(mark)
        return kept_comprehension(machine, node, frame)
    inners = _passes(machine, node.for_in, frame, given)
    elements = (settle_one(machine, i, "item", machine.evaluated(node.elt, i)) for i in inners)
    length = length_of(given.value) if node.for_in.inner_for_in is None else None
    return Iterator_(elements, machine.trail, machine.span(node), wired=wired, length=length)


def _of_set(
    machine: Machine, node: cst.GeneratorExp, frame: Frame, given: Evaluated, wired: bool
) -> Value:
    """What it makes of the members of a set, for code to which their order means nothing."""
    count = len(machine.record.nodes)

    def elements() -> Iterator[Evaluated]:
        for inner in _passes(machine, node.for_in, frame, given, unordered=True):
            yield machine.evaluated(node.elt, inner)
            if len(machine.record.nodes) > count:
                raise Undecided(given.span)

    span = machine.span(node)
    return Iterator_(elements(), machine.trail, span, wired=wired, unordered=True)


def _is_undecided(machine: Machine, node: cst.GeneratorExp, frame: Frame, given: Evaluated) -> bool:
    """Whether only the driver knows what it goes through: it is tried, and all is taken back."""
    part = node.for_in
    if machine.steps(given) is None:
        return True
    if isinstance(given.value, Iterator_) or (part.inner_for_in is None and not part.ifs):
        return False
    mark, said = machine.record.mark(), machine.sink.mark()
    start = machine.trail.begin(attempt=False)
    try:
        for inner in _passes(machine, node.for_in, frame, given):
            machine.evaluate(node.elt, inner)
    except Undecided:
        return True
    finally:
        machine.trail.back(start, attempt=False)
        machine.record.restore(mark)
        machine.sink.restore(said)
    return False


def _made(machine: Machine, node: _Comprehension, frame: Frame, given: Evaluated) -> Value:
    if isinstance(given.value, Broken):
        return given.value
    unordered = isinstance(node, cst.SetComp)
    inners = _passes(machine, node.for_in, frame, given, unordered)
    if find(node, cst.Lambda):
        inners = _shared(inners, frame)
    if isinstance(node, cst.DictComp):
        return _mapping(machine, node, inners)
    items = [machine.evaluated(node.elt, inner) for inner in inners]
    broken = next((item.value for item in items if isinstance(item.value, Broken)), None)
    if broken is not None:
        return broken
    if not isinstance(node, cst.SetComp):
        return Sequence_(items, is_list=True)
    members = [hashable(item.value) for item in items]
    if any(of_wiring(item.value) for item in items):
        return machine.refuse(errors.NotStaged(machine.span(node), "a set", "a node"))
    return RESIDUAL if UNKNOWN in members else Set_(dict.fromkeys(members))


def _shared(inners: Iterator[Frame], frame: Frame) -> Iterator[Frame]:
    """The same; behind the last pass, what functions read of the variables is as it was there."""
    passed: list[Frame] = []
    for inner in inners:
        passed.append(inner)
        yield inner
    for earlier in passed[:-1]:
        one: Frame | None = earlier
        last: Frame | None = passed[-1]
        while one is not None and last is not None and one is not frame:
            for name, bound in last.bindings.items():
                one.set(name, bound)
            one, last = one.outer, last.outer


def _mapping(machine: Machine, node: cst.DictComp, inners: Iterator[Frame]) -> Value:
    entries: dict[object, tuple[Evaluated, Evaluated]] = {}
    broken: Value | None = None
    for inner in inners:
        key, value = machine.evaluated(node.key, inner), machine.evaluated(node.value, inner)
        python = hashable(key.value)
        if isinstance(value.value, Broken):
            broken = value.value
        elif python is UNKNOWN:
            raise Undecided(key.span)
        held = entries.get(python)
        entries[python] = (key if held is None else held[0], value)
    return broken or Mapping_(entries)


def _passes(
    machine: Machine,
    part: cst.CompFor,
    frame: Frame,
    given: Evaluated,
    unordered: bool = False,
) -> Iterator[Frame]:
    """The frames of one pass after another of a `for`, and of those inside it."""
    items = machine.steps(given)
    if items is None and unordered and isinstance(given.value, Set_):
        items = iter(iterate_unordered(given.value, given.span) or ())
    if items is None:
        raise Undecided(given.span)
    for item in items:
        machine.step(part)
        inner = _inner(machine, part, frame, settled_item(machine, frame, item))
        if not all(_holds(machine, condition.test, inner) for condition in part.ifs):
            continue
        if part.inner_for_in is None:
            yield inner
            continue
        more = machine.evaluated(part.inner_for_in.iter, inner)
        if not isinstance(more.value, Broken):
            yield from _passes(machine, part.inner_for_in, inner, more, unordered)


def _inner(machine: Machine, part: cst.CompFor, frame: Frame, item: Evaluated) -> Frame:
    own = machine.names_in(part.target)
    inner = Frame(machine.record.new_scope(), machine.trail, outer=frame, own=own)
    bind_targets(machine, inner, part.target, item, part)
    return inner


def _holds(machine: Machine, test: cst.BaseExpression, frame: Frame) -> bool:
    decided = truth(machine, test, machine.evaluate(test, frame))
    if isinstance(decided, (Known, Broken)):
        return isinstance(decided, Known) and bool(decided.value)
    raise Undecided(machine.span(test))
