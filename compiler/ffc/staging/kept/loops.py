"""Loops over what only the driver knows: their statements are staged once.

for path in sorted(glob("*.csv")):       a loop in the driver; in it one node, of which each pass
    totals.append(total(path))           makes another; `totals` is a list in the driver
"""

from __future__ import annotations

from dataclasses import replace

import libcst as cst

from ...diagnostics import staging as errors
from ...frontend.names import target_names
from ...frontend.search import find, find_outside_loops
from ...ir import BlockKind, Effect, Fragment, SymbolUse, join, of_block, text
from ..blocks import block
from ..effects import effect_of
from ..forbid import refuse_loop, refuse_names
from ..frame import Frame
from ..jumps import How, Loop, inside
from ..keep import keep_once, keep_wiring
from ..machine import Machine
from ..values import (
    RESIDUAL,
    Broken,
    Evaluated,
    Jump,
    ManyValue,
    RefValue,
    Sequence_,
    Value,
    describe,
    of_wiring,
)
from .blocks import stage_block, symbols_of
from .branches import Part, stage_branches
from .copies import copy_if_held
from .entry import enter, finish
from .foresee import Foreseen
from .held import element, gone_through
from .returning import Rest, rest_of, result_of
from .rows import known_rows


def kept_rows(machine: Machine, node: cst.For, given: Evaluated, frame: Frame) -> Value | None:
    """`for target in known:` that must stay: what the rows hold is the driver's from there on."""
    given = known_rows(machine, node.iter, given, frame)
    fits = given.value == RESIDUAL or isinstance(given.value, ManyValue)
    if not fits:
        what = describe(given.value)
        machine.refuse(errors.NotStaged(given.span, "a loop that the driver leaves early", what))
        refuse_names(node, frame)
        return None
    return kept_for(machine, node, given, frame)


def kept_for(machine: Machine, node: cst.For, given: Evaluated, frame: Frame) -> Value | None:
    """`for target in residual:`"""
    if refuse_loop(machine, given) is not None:
        refuse_names(node, frame)
        return None
    source = _evaluated_first(machine, node, given, frame)
    pattern = gone_through(given.value, given.span)
    names = [name.value for name in target_names(node.target)]
    loop, rest = _loop(machine, node, frame)

    def body() -> Value | None:
        bind_pattern(machine, frame, node.target, pattern)
        with inside(frame, loop):
            return machine.execute(block(node.body), frame)

    changed = enter(machine, frame, node, body, loop)
    bind_pattern(machine, frame, node.target, pattern)
    asynchronous = "async " if node.asynchronous is not None else ""
    header = join(
        text(f"{asynchronous}for "), machine.source(node.target, frame), text(" in "), source
    )
    first, left = stage_block(
        machine,
        node,
        BlockKind.LOOP,
        header,
        body,
        binds=symbols_of(frame, names),
    )
    return _after(machine, node, frame, changed, first, left, rest)


def _evaluated_first(machine: Machine, node: cst.For, given: Evaluated, frame: Frame) -> Fragment:
    """What the loop goes through; in a variable where it has effects, or writes nodes down."""
    source = machine.source(node.iter, frame)
    if any(source.refs):
        symbol = of_block("rows", machine.record.next_order())
        rows = join(SymbolUse(symbol), text(" = "), source, text("\n"))
        keep_wiring(machine, rows, (symbol,), (), given.span)
        return join(SymbolUse(symbol))
    if effect_of(node.iter, machine, frame) is not Effect.ANY:
        return source
    first = source.parts[0] if source.parts else ""
    is_list = str(first).startswith(("sorted(", "list(", "["))
    whole = source if is_list else join(text("list("), source, text(")"))
    name = next((n.value for n in target_names(node.target)), "item")
    given = Evaluated(given.value, whole, given.span)
    return keep_once(machine, frame, f"{name}s", given, always=True)


def kept_while(machine: Machine, node: cst.While, frame: Frame) -> Value | None:
    """`while residual:`"""
    loop, rest = _loop(machine, node, frame)

    def statements() -> Value | None:
        with inside(frame, loop):
            return machine.execute(block(node.body), frame)

    def body() -> Value | None:
        machine.evaluate_header(node.test, frame)
        return statements()

    changed = enter(machine, frame, node, body, loop)
    made = len(machine.record.nodes)
    value = machine.evaluate_header(node.test, frame)
    if len(machine.record.nodes) > made:
        value = machine.refuse(
            errors.NotStaged(machine.span(node.test), "the condition of a loop", "a node")
        )
    if isinstance(value, Broken):
        return None
    tested = find(node.test, cst.NamedExpr)
    names = [one.target.value for one in tested if isinstance(one.target, cst.Name)]
    header = join(text("while "), machine.source(node.test, frame))
    first, left = stage_block(
        machine,
        node,
        BlockKind.LOOP,
        header,
        statements,
        binds=symbols_of(frame, names),
        effect=max(Effect.OBSERVABLE, effect_of(node.test, machine, frame)),
    )
    return _after(machine, node, frame, changed, first, left, rest)


def _loop(machine: Machine, node: cst.For | cst.While, frame: Frame) -> tuple[Loop, Rest | None]:
    """The loop, and what stands behind it where it returns."""
    rest = rest_of(machine, frame, node)
    if rest is not None and find_outside_loops(node.body, cst.Break):
        return Loop(How.KEPT), None
    return Loop(How.KEPT, returns=rest is not None), rest


def _after(
    machine: Machine,
    node: cst.For | cst.While,
    frame: Frame,
    changed: Foreseen,
    first: int,
    left: Value | None,
    rest: Rest | None,
) -> Value | None:
    finish(machine, changed)
    if rest is not None:
        own = block(node.orelse.body) if node.orelse is not None else []
        suite = cst.IndentedBlock(body=[*own, *rest.statements])
        stage_branches(machine, frame, node, [Part("else", suite)], first, rest)
        return result_of(machine, frame, rest)
    if left is not None and not isinstance(left, (Jump, Broken)):
        return machine.refuse(errors.NotStaged(machine.span(node), "a loop", "`return`"))
    if node.orelse is not None:
        stage_branches(machine, frame, node.orelse, [Part("else", node.orelse.body)], first)
    return None


def bind_pattern(
    machine: Machine, frame: Frame, target: cst.BaseExpression, pattern: Value
) -> None:
    """Binds the target of a loop of the driver."""
    if isinstance(target, cst.Name):
        copy_if_held(machine, frame, target.value, machine.span(target))
        symbol = frame.bind(target.value, pattern)
        _name_parts(pattern, join(SymbolUse(symbol)))
        return
    items = pattern.items if isinstance(pattern, Sequence_) else None
    if isinstance(target, (cst.Tuple, cst.List)):
        parts = [part.value for part in target.elements]
        fits = items is not None and len(items) == len(parts)
        for index, part in enumerate(parts):
            one: Value = RESIDUAL
            if items is not None and fits:
                one = items[index].value
            elif isinstance(pattern, (ManyValue, RefValue)):
                one = element(pattern, machine.span(target))
            bind_pattern(machine, frame, part, one)
    elif of_wiring(pattern):
        machine.refuse(errors.NotStaged(machine.span(target), "the target of a loop", "a node"))


def _name_parts(row: Value, code: Fragment) -> None:
    """Says what to write for the parts of a row that a variable of the driver holds."""
    if isinstance(row, Sequence_):
        for index, part in enumerate(row.items):
            own = join(code, text(f"[{index}]"))
            row.items[index] = replace(part, code=own, source=None)
            _name_parts(part.value, own)
