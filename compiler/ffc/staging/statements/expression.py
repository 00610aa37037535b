"""Expression statements: wiring is done, everything else stays."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from ...diagnostics import staging as errors
from ...ir import Effect, Symbol, SymbolUse, join, text
from ..effects import effect_of
from ..frame import Frame
from ..keep import filled, keep, keep_wiring
from ..machine import Machine
from ..values import (
    RESIDUAL,
    Broken,
    Evaluated,
    Known,
    ManyValue,
    Mapping_,
    Object_,
    Residual,
    RunValue,
    Sequence_,
    of_wiring,
)

_NO_EFFECT = Effect.NONE


def expression(machine: Machine, node: cst.Expr, frame: Frame) -> None:
    value = machine.evaluate_bare(node.value, frame)
    if _fills(node.value, frame) or id(node.value) in machine.filling:
        source = machine.source(node.value, frame)
        if any(_is_object(symbol, frame) for symbol in filled(source)):
            what = "an object with nodes"
            machine.refuse(errors.NotStaged(machine.span(node), "a block", what))
        keep_wiring(machine, join(source, text("\n")), (), filled(source), machine.span(node))
    if isinstance(value, (Broken, RunValue)) or of_wiring(value):
        return
    owner = _container(node.value, frame)
    if owner is not None:
        _changed(machine, node, owner, frame)
    elif isinstance(value, Residual) or not machine.touches(node.value, frame):
        effect = effect_of(node, machine, frame)
        if effect is not Effect.NONE or isinstance(value, Residual):
            keep(machine, frame, node)


def _fills(node: cst.BaseExpression, frame: Frame) -> bool:
    """Whether it calls a method of a container with nodes: the first name in it holds that."""
    if not isinstance(node, cst.Call) or not isinstance(node.func, cst.Attribute):
        return False
    owner: cst.BaseExpression = node.func.value
    while isinstance(owner, (cst.Attribute, cst.Subscript, cst.Call)):
        owner = owner.func if isinstance(owner, cst.Call) else owner.value
    bound = frame.named(owner)
    containers = (Sequence_, Mapping_, ManyValue)
    return bound is not None and isinstance(bound.value, containers) and of_wiring(bound.value)


def _is_object(symbol: Symbol, frame: Frame) -> bool:
    """Whether the variable holds an object that is not in the driver."""
    bound = frame.lookup(symbol.name)
    if bound is None or bound.symbol != symbol:
        return False
    return isinstance(bound.value, Object_) and of_wiring(bound.value)


def _container(node: cst.BaseExpression, frame: Frame) -> Sequence_ | Mapping_ | None:
    """The list or dict of which a method is called."""
    if not isinstance(node, cst.Call) or not isinstance(node.func, cst.Attribute):
        return None
    owner = node.func.value
    bound = frame.named(owner)
    if bound is not None and isinstance(bound.value, (Sequence_, Mapping_)):
        return bound.value
    return None


def _changed(machine: Machine, node: cst.Expr, owner: Sequence_ | Mapping_, frame: Frame) -> None:
    """A plain container changed: the statement stays where the container is used."""
    if of_wiring(owner):
        return
    effect = max((effect_of(arg, machine, frame) for arg in _args(node)), default=_NO_EFFECT)
    changes = machine.names_of(frame, owner)
    keep(machine, frame, node, changes=changes, effect=effect)
    if isinstance(owner, Sequence_) and owner.items and changes:
        _refer(owner, changes[0])


def _args(node: cst.Expr) -> Sequence[cst.Arg]:
    return node.value.args if isinstance(node.value, cst.Call) else ()


def _refer(owner: Sequence_, symbol: Symbol) -> None:
    """What a list holds is computed once: other code reads it out of the list."""
    last = len(owner.items) - 1
    held = owner.items[last]
    if not isinstance(held.value, Known):
        code = join(SymbolUse(symbol), text(f"[{last}]"))
        value = RESIDUAL if isinstance(held.value, RunValue) else held.value
        owner.items[last] = Evaluated(value, code, held.span)
