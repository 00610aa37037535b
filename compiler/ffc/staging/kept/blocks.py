"""Blocks of the driver, as they are recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import libcst as cst

from ...ir import Block, BlockKind, Effect, Enter, Fragment, Symbol, Turn
from ..frame import Frame
from ..machine import Machine
from ..values import Value


def stage_block(
    machine: Machine,
    node: cst.CSTNode,
    kind: BlockKind,
    header: Fragment,
    action: Callable[[], Value | None],
    *,
    binds: Iterable[Symbol] = (),
    effect: Effect = Effect.NONE,
    follows: int | None = None,
    goes_through: bool = False,
    in_place: bool = False,
) -> tuple[int, Value | None]:
    """Records a block, in which `action` stages the statements; its number, and what that gives."""
    record = machine.record
    layout = record.take_layout()
    bound = tuple(binds)
    block = Block(
        id=len(record.blocks),
        kind=kind,
        site=id(node),
        header=header,
        binds=bound,
        span=machine.span(node),
        follows=follows,
        comments=layout.comments,
        gap=layout.gap,
        goes_through=goes_through,
        in_place=in_place,
        call=record.call,
    )
    record.blocks.append(block)
    uses = tuple(symbol for symbol in header.symbols if symbol not in bound)
    record.add(Enter(block.id, uses, effect))
    outside = record.path
    record.path = (*outside, Turn(block.id, 0))
    left = action()
    record.path = outside
    return block.id, left


def symbols_of(frame: Frame, names: Iterable[str]) -> tuple[Symbol, ...]:
    """The variables that the names stand for."""
    held = [frame.lookup(name) for name in names]
    return tuple(bound.symbol for bound in held if bound is not None)
