"""`return` in a block of the driver: the rest of the function is the other branch.

if fast:                                 if fast:
    return quick(points)                     model = quick.remote(points)
values = thorough(points)         →      else:
return best(values)                          values = thorough.remote(points)
                                             model = best.remote(values)

A loop that stays is left, and the rest of the function stands in its `else`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import libcst as cst

from ...frontend.search import find_outside_functions
from ...frontend.signature import always_returns
from ...ir import Effect, Symbol, SymbolUse, join, of_block, text
from ..blocks import block
from ..frame import Frame
from ..keep import keep_value, keep_wiring
from ..machine import Machine, Returned
from ..values import Evaluated, Known, Value, is_ref, of_wiring

_RESULT = "<result>"  # what a frame calls the variable


@dataclass(frozen=True)
class Rest:
    """The statements of the function behind a block, and the variable for what it returns."""

    statements: tuple[cst.BaseStatement, ...]
    result: Symbol
    is_first: bool  # no block around has such a variable


def rest_of(machine: Machine, frame: Frame, node: cst.CSTNode) -> Rest | None:
    """What comes behind `node`, in which the function returns; None where that is not followed."""
    if frame.outer is None or not find_outside_functions(node, cst.Return):
        return None
    statements: list[cst.BaseStatement] = []
    for rest in reversed(frame.rests):
        if rest is None:
            return None
        statements += rest
    is_first = frame.result is None
    if frame.result is None:
        frame.result = of_block(frame.hint or "result", machine.record.next_order())
    return Rest(tuple(statements), frame.result, is_first)


def execute_to_end(
    machine: Machine, frame: Frame, statements: Sequence[cst.BaseStatement]
) -> Value | None:
    """Stages statements behind which the function ends."""
    outside, frame.rests = frame.rests, []
    try:
        return machine.execute(statements, frame)
    finally:
        frame.rests = outside


def bind_result(machine: Machine, frame: Frame, left: Value | None, node: cst.CSTNode) -> None:
    """Binds the variable for what the function returns to what it returns here."""
    symbol = frame.result
    assert symbol is not None
    returned, machine.returned = machine.returned, None
    if left is None or returned is None:
        left, returned = Known(None), Returned(text("None"), True, Effect.NONE)
    source = returned.source or returned.code
    if source.parts == (SymbolUse(symbol),):
        return  # a block inside has bound it
    given = Evaluated(left, returned.code, machine.span(node), source)
    if of_wiring(left) and is_ref(left):
        code = join(SymbolUse(symbol), text(" = "), source, text("\n"))
        keep_wiring(machine, code, (symbol,), (), given.span)
        frame.hold(_RESULT, symbol, left)
    else:
        keep_value(machine, frame, symbol, given, returned.effect)
        frame.hold(_RESULT, symbol, left)


def result_of(machine: Machine, frame: Frame, rest: Rest) -> Value:
    """What the function returns, behind the block."""
    bound = frame.bindings.get(_RESULT)
    value = bound.value if bound is not None else Known(None)
    code = join(SymbolUse(rest.result))
    machine.returned = Returned(code, True, Effect.NONE, code)
    if value == Known(None):
        machine.returned = replace(machine.returned, code=text("None"), source=text("None"))
    if rest.is_first:
        frame.result = None
    return value


def falls_through(suite: cst.BaseSuite) -> bool:
    """Whether what stands behind the statements may come after them."""
    return not always_returns(block(suite))
