"""Loops: worked out pass by pass where it is known what they go through.

for kind in ("moons", "circles"):        two nodes
    load(kind)

A loop that makes no nodes stays code; what it leaves in variables is worked out if it can be.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

import libcst as cst

from ...diagnostics import staging as errors
from ...frontend.search import find, find_outside_functions
from ...ir import Effect, Fragment, join, text
from ..attempt import Undecided
from ..binding import bind_pass
from ..blocks import block
from ..bound import Bound
from ..decided import Test, keep_changes, tested
from ..forbid import refuse_names
from ..frame import Frame
from ..iteration import length_of
from ..iterators import Iterator_
from ..jumps import Loop, Stays, inside, leaves_pass
from ..keep import keep
from ..kept.loops import kept_for, kept_rows, kept_while
from ..kept.staying import unless_it_stays
from ..machine import Machine
from ..values import Broken, Evaluated, FunctionValue, Jump, Known, Sequence_, Value, of_wiring
from .compound import wiring_in
from .conditional import condition_of
from .quiet import keep_quiet


def for_loop(machine: Machine, node: cst.For, frame: Frame) -> Value | None:
    given = machine.evaluated(node.iter, frame)
    if isinstance(given.value, Broken):
        refuse_names(node, frame)
        return None
    if _is_quiet(machine, node, [node.iter], frame) and not of_wiring(given.value):
        keep_quiet(machine, node, frame, lambda: _for(machine, node, given, frame))
        return None
    return _for(machine, node, given, frame)


def _for(machine: Machine, node: cst.For, given: Evaluated, frame: Frame) -> Value | None:
    items = machine.steps(given)
    if items is None or node.asynchronous is not None:
        return kept_for(machine, node, given, frame)
    return unless_it_stays(
        machine,
        node,
        frame,
        lambda loop: _unrolled(machine, node, given, items, frame, loop),
        lambda: kept_rows(machine, node, given, frame),
    )


def _is_quiet(
    machine: Machine,
    node: cst.For | cst.While,
    head: list[cst.BaseExpression],
    frame: Frame,
) -> bool:
    """Whether the loop can stay as it is: it makes no nodes, and the function goes on behind it."""
    if frame.outer is not None and find_outside_functions(node, cst.Return, cst.Yield):
        return False
    return wiring_in(machine, node, head, frame) is None


def _unrolled(
    machine: Machine,
    node: cst.For,
    given: Evaluated,
    items: Iterator[Evaluated],
    frame: Frame,
    loop: Loop,
) -> Value | None:
    statements = block(node.body)
    bound = Bound(machine, length_of(given.value))
    source = given.as_written
    machine.record.enter(machine.span(node), id(node), tuple(source.symbols))
    for number in count():
        item = _next(machine, node, given, items, bound.reached(number))
        if item is None:
            break
        machine.record.turn(number)
        machine.record.paragraph = number > 0 and len(statements) > 1
        bind_pass(machine, frame, node.target, item, node, source)
        with inside(frame, loop):
            left = machine.execute(statements, frame)
        if left is not None and left != Jump("continue"):
            machine.record.leave(early=True)
            return None if left == Jump("break") else left
    machine.record.leave()
    return _else(machine, node, frame)


def _next(
    machine: Machine,
    node: cst.For,
    given: Evaluated,
    items: Iterator[Evaluated],
    reached: str | None,
) -> Evaluated | None:
    """What the loop gets in its next pass; None where it is over."""
    grows = isinstance(given.value, (Iterator_, Sequence_))
    if grows and reached is not None and not machine.stopped:
        machine.stop(errors.Endless(machine.span(node), reached))
    if machine.stopped:
        return None
    try:
        return next(items, None)
    except Undecided as undecided:
        if machine.trail.attempts:
            raise
        machine.refuse(errors.NotStaged(undecided.span, "an iterator", "wiring"))
        return None


def while_loop(machine: Machine, node: cst.While, frame: Frame) -> Value | None:
    if _is_quiet(machine, node, [], frame):
        keep_quiet(machine, node, frame, lambda: _while(machine, node, frame))
        return None
    return _while(machine, node, frame)


def _while(machine: Machine, node: cst.While, frame: Frame) -> Value | None:
    test = condition_of(machine, node, frame)
    if isinstance(test.holds, Broken):
        refuse_names(node, frame)
        return None
    if not isinstance(test.holds, Known):
        return kept_while(machine, node, frame)
    return unless_it_stays(
        machine,
        node,
        frame,
        lambda loop: _worked_out(machine, node, test, frame, loop),
        lambda: kept_while(machine, node, frame),
    )


def _worked_out(
    machine: Machine, node: cst.While, test: Test, frame: Frame, loop: Loop
) -> Value | None:
    header = join(text("while "), _as_written(machine, node.test, frame))
    machine.record.enter(machine.span(node), id(node), tuple(header.symbols))
    machine.record.head(header, {})
    bound, number = Bound(machine), 0
    left: Value | None = None
    keep_changes(machine, test, frame)
    while isinstance(test.holds, Known) and test.holds.value and left is None:
        with inside(frame, loop):
            left = _pass(machine, node, frame, number, bound.reached(number))
        number += 1
        if left is None:
            test = tested(machine, node.test, frame)
            keep_changes(machine, test, frame)
    machine.record.leave(early=left is not None)
    if not isinstance(test.holds, (Known, Broken)):
        raise Stays(loop)  # whether there is a further pass, the driver knows
    if left is not None:
        return None if left == Jump("break") else left
    return _else(machine, node, frame)


def _as_written(machine: Machine, test: cst.BaseExpression, frame: Frame) -> Fragment:
    """The test for a loop that stays: what it has given before the first pass is not it."""
    for part in [test, *find(test, cst.BaseExpression)]:
        called = frame.named(part.func) if isinstance(part, cst.Call) else None
        if called is None or not isinstance(called.value, FunctionValue):
            frame.made.pop(id(part), None)
    return machine.source(test, frame)


def _pass(
    machine: Machine, node: cst.While, frame: Frame, number: int, reached: str | None
) -> Value | None:
    if reached is not None:
        return machine.stop(errors.Endless(machine.span(node), reached))
    machine.record.turn(number)
    left = machine.execute(block(node.body), frame)
    return None if left == Jump("continue") else left


def _else(machine: Machine, node: cst.For | cst.While, frame: Frame) -> Value | None:
    return None if node.orelse is None else machine.execute(block(node.orelse.body), frame)


def jump(machine: Machine, node: cst.Break | cst.Continue, frame: Frame) -> Value:
    """`break` and `continue` go to the loop around."""
    if leaves_pass(machine, frame, node):
        keep(machine, frame, node, effect=Effect.OBSERVABLE, jumps=True)
    return Jump("break" if isinstance(node, cst.Break) else "continue")
