"""Conditional expressions, `and` and `or` that make nodes, where the driver decides which.

model = quick(points) if fast else thorough(points)       if fast:
                                                              model = quick.remote(points)
                                                  →       else:
                                                              model = thorough.remote(points)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import libcst as cst

from ...frontend.search import find
from ...ir import BlockKind, Effect, Fragment, Symbol, SymbolUse, join, of_block, text
from ..effects import effect_of
from ..frame import Frame
from ..keep import keep_once, keep_value, keep_wiring
from ..machine import Machine
from ..truth import truth
from ..values import BROKEN, RESIDUAL, Broken, Evaluated, Known, Lost, Value, is_ref, of_wiring
from .blocks import stage_block
from .entry import enter, finish, leave


@dataclass(frozen=True)
class _Choice:
    """One value, behind what decides that it is taken."""

    header: Fragment
    value: cst.BaseExpression


def kept_choice(machine: Machine, node: cst.IfExp, frame: Frame) -> Value:
    """`… if residual else …`; its test has been evaluated."""
    choices = [_first(machine, node, frame)]
    last = node.orelse
    while isinstance(last, cst.IfExp) and _stays_open(machine, last.test, frame):
        header = join(text("elif "), machine.source(last.test, frame))
        choices.append(_Choice(header, last.body))
        last = last.orelse
    choices.append(_Choice(text("else"), last))
    return _chosen(machine, node, frame, _variable(machine, node), choices)


def _first(machine: Machine, node: cst.IfExp, frame: Frame) -> _Choice:
    test, effect = machine.source(node.test, frame), effect_of(node.test, machine, frame)
    if effect is not Effect.NONE:  # it stays where it is, wherever the nodes are made
        given = Evaluated(RESIDUAL, machine.code(node.test, frame), machine.span(node.test), test)
        test = keep_once(machine, frame, "condition", given, always=True, effect=effect)
    return _Choice(join(text("if "), test), node.body)


def _stays_open(machine: Machine, test: cst.BaseExpression, frame: Frame) -> bool:
    """Whether the driver decides, and may ask outside of the branch in which the app does."""
    if find(test, cst.Call, cst.NamedExpr, cst.Await, cst.Subscript):
        return False
    return not isinstance(truth(machine, test, machine.evaluate(test, frame)), (Known, Broken))


def kept_boolean(
    machine: Machine, node: cst.BooleanOperation, left: Evaluated, frame: Frame
) -> Value:
    """`residual and …`, `residual or …`."""
    symbol = _variable(machine, node)
    _bind(machine, frame, symbol, left)
    words = "if " if isinstance(node.operator, cst.And) else "if not "
    choice = _Choice(join(text(words), SymbolUse(symbol)), node.right)
    return _chosen(machine, node, frame, symbol, [choice])


def _variable(machine: Machine, node: cst.BaseExpression) -> Symbol:
    hint = machine.hint if machine.hinted == id(node) else ""
    return of_block(hint or "chosen", machine.record.next_order())


def _chosen(
    machine: Machine,
    node: cst.BaseExpression,
    frame: Frame,
    symbol: Symbol,
    choices: Sequence[_Choice],
) -> Value:
    def stage(choice: _Choice) -> Value | None:
        given = machine.evaluated(choice.value, frame)
        _bind(machine, frame, symbol, given)
        return given.value if isinstance(given.value, Broken) else None

    def tried() -> None:
        for choice in choices:
            stage(choice)

    changed = enter(machine, frame, node, tried)
    last: int | None = None
    refused: Value | None = None
    for choice in choices:
        last, left = stage_block(
            machine,
            choice.value,
            BlockKind.BRANCH,
            choice.header,
            lambda choice=choice: stage(choice),  # type: ignore[misc]
            follows=last,
        )
        refused = refused or left
        leave(machine, changed)
    finish(machine, changed, whole=len(choices) > 1)
    value = frame.bindings[_key(symbol)].value
    frame.replaced[id(node)] = frame.made[id(node)] = join(SymbolUse(symbol))
    frame.effects[id(node)] = Effect.NONE
    return BROKEN if refused is not None or isinstance(value, Broken) else value


def can_hold(values: Sequence[Value]) -> bool:
    """Whether a variable of the driver can hold each of the values."""
    return all(is_ref(value) and not isinstance(value, (Lost, Broken)) for value in values)


def _key(symbol: Symbol) -> str:
    return f"<{symbol.scope}>"


def _bind(machine: Machine, frame: Frame, symbol: Symbol, given: Evaluated) -> None:
    if of_wiring(given.value):
        code = join(SymbolUse(symbol), text(" = "), given.as_written, text("\n"))
        keep_wiring(machine, code, (symbol,), (), given.span)
    else:
        keep_value(machine, frame, symbol, given)
    frame.hold(_key(symbol), symbol, given.value)
