"""Conditions, `try` and `with` around wiring that only the driver decides.

if args.fast:                    an `if` in the driver, whose branches make different nodes;
    model = quick(points)        `model` is a variable of the driver, which holds the ref of
else:                            one of them
    model = thorough(points)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import libcst as cst

from ...diagnostics import staging as errors
from ...frontend.names import target_names
from ...ir import BlockKind, Effect, Fragment, join, text
from ..blocks import block
from ..effects import effect_of
from ..forbid import forbid, refuse_names
from ..frame import Frame
from ..jumps import condition, note_exit
from ..machine import Machine
from ..values import RESIDUAL, Broken, Jump, Value
from .blocks import stage_block, symbols_of
from .entry import enter, finish, leave

_CHOSEN = ("if", "elif", "else")


@dataclass(frozen=True)
class Part:
    """One part of a compound statement: its first words, and what may stand behind them."""

    words: str
    suite: cst.BaseSuite
    test: cst.BaseExpression | None = None
    name: cst.Name | None = None
    kind: BlockKind = BlockKind.BRANCH


def kept_if(machine: Machine, node: cst.If, frame: Frame) -> Value | None:
    """`if residual:` with wiring in it. Its test has been evaluated."""
    parts = [Part("if", node.body, node.test)]
    rest: cst.If | cst.Else | None = node.orelse
    while rest is not None:
        if isinstance(rest, cst.If):
            parts.append(Part("elif", rest.body, rest.test))
            rest = rest.orelse
        else:
            parts.append(Part("else", rest.body))
            rest = None
    return stage_branches(machine, frame, node, parts)


def kept_try(machine: Machine, node: cst.Try, frame: Frame) -> Value | None:
    """`try` with wiring in it."""
    parts = [Part("try", node.body)]
    for handler in node.handlers:
        name = handler.name.name if handler.name is not None else None
        bound = name if isinstance(name, cst.Name) else None
        parts.append(Part("except", handler.body, handler.type, bound))
    if node.orelse is not None:
        parts.append(Part("else", node.orelse.body))
    if node.finalbody is not None:
        parts.append(Part("finally", node.finalbody.body, kind=BlockKind.ONCE))
    return stage_branches(machine, frame, node, parts)


def stage_branches(
    machine: Machine,
    frame: Frame,
    node: cst.CSTNode,
    parts: Sequence[Part],
    follows: int | None = None,
) -> Value | None:
    """Stages the parts, each as if it were the only one; `break` if all of them leave a loop."""
    changed = enter(machine, frame, node, lambda: _tried(machine, frame, parts))
    last = follows

    def stage(part: Part) -> Value | None:
        nonlocal last
        header, effect = _header(machine, frame, part)
        last, left = stage_block(
            machine,
            part.suite,
            part.kind,
            header,
            lambda: _body(machine, frame, part),
            binds=symbols_of(frame, [part.name.value] if part.name is not None else []),
            effect=effect,
            follows=last,
        )
        return left

    lefts: list[Value | None] = []
    for part in parts:
        left = stage(part)
        lefts.append(left)
        if part.words == "finally" and any(isinstance(one, Jump) for one in lefts):
            note_exit(machine, frame)  # it comes after the jump
        leave(machine, changed, isinstance(left, Jump) and part.words in _CHOSEN)
    finish(machine, changed)
    returned = [left for left in lefts if left is not None and not isinstance(left, (Jump, Broken))]
    if returned:
        return machine.refuse(errors.NotStaged(machine.span(node), "a condition", "`return`"))
    jumps = [left for left in lefts if isinstance(left, Jump)]
    return jumps[0] if jumps and len(jumps) == len(lefts) and parts[-1].words == "else" else None


def _tried(machine: Machine, frame: Frame, parts: Sequence[Part]) -> None:
    """Stages all parts to see what they change."""
    for part in parts:
        if part.test is not None:
            machine.evaluate(part.test, frame)
        _body(machine, frame, part)


def _body(machine: Machine, frame: Frame, part: Part) -> Value | None:
    if part.name is not None:
        frame.bind(part.name.value, RESIDUAL)
    with condition(frame):
        return machine.execute(block(part.suite), frame)


def _header(machine: Machine, frame: Frame, part: Part) -> tuple[Fragment, Effect]:
    pieces: list[Fragment] = [text(part.words)]
    effect = Effect.NONE
    if part.test is not None:
        machine.evaluate(part.test, frame)
        effect = effect_of(part.test, machine, frame)
        pieces += [text(" "), machine.source(part.test, frame)]
    if part.name is not None:
        frame.bind(part.name.value, RESIDUAL)
        pieces += [text(" as "), machine.source(part.name, frame)]
    return join(*pieces), effect


def kept_with(machine: Machine, node: cst.With, frame: Frame) -> Value | None:
    """`with residual as name:` around wiring. Its statements run once, as any others."""
    items: list[Fragment] = []
    names: list[str] = []
    effect = Effect.NONE
    for item in node.items:
        refused = forbid(machine, item.item, machine.evaluate(item.item, frame), "`with`")
        if refused is not None:
            refuse_names(node, frame)
            return None
        effect = max(effect, effect_of(item.item, machine, frame))
        piece = machine.source(item.item, frame)
        if item.asname is not None:
            target = item.asname.name
            for name in target_names(target):
                frame.bind(name.value, RESIDUAL)
                names.append(name.value)
            piece = join(piece, text(" as "), machine.source(target, frame))
        items += [text(", "), piece] if items else [piece]
    _, left = stage_block(
        machine,
        node,
        BlockKind.ONCE,
        join(text("with "), *items),
        lambda: machine.execute(block(node.body), frame),
        binds=symbols_of(frame, names),
        effect=max(effect, Effect.OBSERVABLE),
    )
    return left
