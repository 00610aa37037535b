"""The bodies of generators, up to the next `yield`."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from functools import lru_cache
from itertools import count
from typing import Any

import libcst as cst

from ...diagnostics import staging as errors
from ...frontend.search import find_outside_functions
from ...ir import text
from ...source import Span
from ..attempt import Undecided
from ..binding import bind_targets
from ..blocks import block
from ..bound import Bound
from ..frame import Frame
from ..jumps import How, Loop, inside
from ..machine import DEEPEST, Machine
from ..raising import Raised
from ..settle import settle_one, settled_item
from ..truth import truth
from ..values import BROKEN, Broken, Evaluated, Jump, Known
from . import Steps
from .managers import with_steps
from .matching import match_steps
from .trying import try_steps


def resumed(machine: Machine, steps: Steps, span: Span) -> Generator[Evaluated, None, None]:
    """The steps, each staged as in a call of its own of the place that asks for it."""
    guarded, thrown = 0, None
    while True:
        state = machine.depth, machine.returned, machine.guarded, machine.handling
        if machine.depth >= DEEPEST:
            machine.stopped = True
            machine.refuse(errors.TooDeepCalls(span, DEEPEST))
            return
        machine.depth += 1
        machine.guarded += guarded
        try:
            given = next(steps) if thrown is None else steps.throw(thrown)
        except StopIteration:
            return
        finally:
            guarded = machine.guarded - state[2]
            machine.depth, machine.returned, machine.guarded, machine.handling = state
        thrown = None
        try:
            yield given
        except Raised as raised:
            thrown = raised


def stepwise(machine: Machine, statements: Sequence[cst.CSTNode], frame: Frame) -> Steps:
    """Stages the statements, and gives what they yield; what they return at the end."""
    for statement in statements:
        if not yields(statement):
            left = machine.execute([statement], frame)  # type: ignore[list-item]
        elif machine.step(statement):
            return BROKEN
        else:
            left = yield from _STEPS.get(type(statement), _other)(machine, statement, frame)
        if left is not None:
            return left
    return None


@lru_cache(maxsize=4096)  # each statement is asked about at each pass
def yields(node: cst.CSTNode) -> bool:
    """Whether a `yield` of the function itself is in it."""
    return bool(find_outside_functions(node, cst.Yield))


def _line(machine: Machine, node: cst.SimpleStatementLine, frame: Frame) -> Steps:
    for small in node.body:
        match small:
            case cst.Expr(value=cst.Yield() as given):
                yield from _yielded(machine, given, frame)
            case cst.Assign(targets=targets, value=cst.Yield() as given):
                sent = yield from _yielded(machine, given, frame)
                for target in targets:
                    bind_targets(machine, frame, target.target, sent, node)
            case _ if yields(small):
                return machine.refuse(_refusal(machine, small))
            case _:
                left = machine.execute([cst.SimpleStatementLine(body=[small])], frame)
                if left is not None:
                    return left
    return None


def _yielded(
    machine: Machine, node: cst.Yield, frame: Frame
) -> Generator[Evaluated, None, Evaluated]:
    """Gives what is yielded; what the `yield` itself is then."""
    none = Evaluated(Known(None), text("None"), machine.span(node))
    if isinstance(node.value, cst.From):
        given = machine.evaluated(node.value.item, frame)
        items = machine.steps(given)
        if items is None:
            if not isinstance(given.value, Broken):
                raise Undecided(given.span)
            return none
        for item in items:
            yield settled_item(machine, frame, item)
        return none
    given = none if node.value is None else machine.evaluated(node.value, frame)
    yield settle_one(machine, frame, "item", given)
    return none


def _conditional(machine: Machine, node: cst.If, frame: Frame) -> Steps:
    if _decided(machine, node.test, frame):
        return (yield from stepwise(machine, block(node.body), frame))
    if isinstance(node.orelse, cst.If):
        return (yield from _conditional(machine, node.orelse, frame))
    if node.orelse is not None:
        return (yield from stepwise(machine, block(node.orelse.body), frame))
    return None


def _decided(machine: Machine, test: cst.BaseExpression, frame: Frame) -> bool:
    decided = truth(machine, test, machine.evaluate(test, frame))
    if isinstance(decided, Known):
        return bool(decided.value)
    if isinstance(decided, Broken):
        return False
    raise Undecided(machine.span(test))


def _for(machine: Machine, node: cst.For, frame: Frame) -> Steps:
    given = machine.evaluated(node.iter, frame)
    items = machine.steps(given)
    if items is None:
        if isinstance(given.value, Broken):
            return given.value
        raise Undecided(given.span)
    for item in items:
        bind_targets(machine, frame, node.target, settled_item(machine, frame, item), node)
        with inside(frame, Loop(How.FIXED)):
            left = yield from stepwise(machine, block(node.body), frame)
        if left == Jump("break"):
            return None
        if left is not None and left != Jump("continue"):
            return left
    return (yield from _else(machine, node, frame))


def _while(machine: Machine, node: cst.While, frame: Frame) -> Steps:
    bound = Bound(machine)
    for number in count():
        reached = bound.reached(number)
        if reached is not None:
            return machine.stop(errors.Endless(machine.span(node), reached))
        if not _decided(machine, node.test, frame):
            return (yield from _else(machine, node, frame))
        with inside(frame, Loop(How.FIXED)):
            left = yield from stepwise(machine, block(node.body), frame)
        if left == Jump("break"):
            return None
        if left is not None and left != Jump("continue"):
            return left
    return None


def _else(machine: Machine, node: cst.For | cst.While, frame: Frame) -> Steps:
    if node.orelse is None:
        return None
    return (yield from stepwise(machine, block(node.orelse.body), frame))


def _try(machine: Machine, node: cst.Try, frame: Frame) -> Steps:
    return try_steps(machine, node, frame, lambda inner: stepwise(machine, inner, frame))


def _with(machine: Machine, node: cst.With, frame: Frame) -> Steps:
    return with_steps(machine, node, frame, lambda inner: stepwise(machine, inner, frame))


def _match(machine: Machine, node: cst.Match, frame: Frame) -> Steps:
    return match_steps(machine, node, frame, lambda inner: stepwise(machine, inner, frame))


def _other(machine: Machine, node: cst.CSTNode, frame: Frame) -> Steps:
    yield from ()
    return machine.refuse(_refusal(machine, node))


def _refusal(machine: Machine, node: cst.CSTNode) -> errors.NotStaged:
    place = find_outside_functions(node, cst.Yield)[0]
    return errors.NotStaged(machine.span(place), "this place", "`yield`")


_STEPS: Mapping[type[cst.CSTNode], Callable[[Machine, Any, Frame], Steps]] = {
    cst.SimpleStatementLine: _line,
    cst.If: _conditional,
    cst.For: _for,
    cst.While: _while,
    cst.Try: _try,
    cst.With: _with,
    cst.Match: _match,
}
