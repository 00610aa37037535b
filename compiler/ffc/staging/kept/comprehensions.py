"""Comprehensions with nodes over what only the driver knows.

nodes = [load(path) for path in paths]       nodes = []
                                       →     for path in paths:
                                                 nodes.append(load.remote(path))
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy

import libcst as cst

from ...diagnostics import staging as errors
from ...frontend.names import target_names
from ...ir import BlockKind, Enter, Fragment, Plain, Query, SymbolUse, join, of_block, text
from ..effects import effect_of
from ..forbid import refuse_loop
from ..frame import Frame
from ..keep import keep_wiring
from ..machine import Machine
from ..tentative import Point
from ..together import puts_together
from ..values import (
    RESIDUAL,
    Broken,
    Evaluated,
    ManyValue,
    NodeSet,
    Value,
    describe,
    is_ref,
    of_wiring,
)
from .blocks import stage_block, symbols_of
from .held import add, columns, gone_through
from .lookups import source_with_names
from .loops import bind_pattern
from .rows import known_rows

_Kept = cst.ListComp | cst.DictComp
_Comprehension = cst.ListComp | cst.SetComp | cst.GeneratorExp | cst.DictComp


def kept_comprehension(machine: Machine, node: _Comprehension, frame: Frame) -> Value:
    """The container that the driver fills."""
    is_dict = isinstance(node, cst.DictComp)
    record = machine.record
    wanted = machine.hint or "items"
    given = machine.evaluated(node.for_in.iter, frame)
    point, count, before = Point(machine, frame), len(record.statements), len(record.asked)
    symbol = of_block(wanted, record.next_order())
    name = join(SymbolUse(symbol))
    start = join(name, text(" = {}\n" if is_dict else " = []\n"))
    keep_wiring(machine, start, (symbol,), (), machine.span(node))
    nodes = NodeSet()
    elements: list[Evaluated] = []

    def add_one(inner: Frame) -> Value | None:
        code, value = _element(machine, node, inner, name)
        if of_wiring(value) and not is_ref(value):
            place = machine.span(node.value if isinstance(node, cst.DictComp) else node.elt)
            where = "a comprehension over what only the driver knows"
            return machine.refuse(errors.NotStaged(place, where, describe(value)))
        machine.trail.save(nodes)
        add(nodes, value)
        elements.append(Evaluated(value, code, machine.span(node)))
        keep_wiring(machine, code, (), (symbol,), machine.span(node))
        return value if isinstance(value, Broken) else None

    left = _loop(machine, node.for_in, given, frame, add_one)
    if left is None and not nodes.nodes and _only_asks(machine, count):
        asked = record.asked[before:]
        point.back()
        record.asked += asked
        code = source_with_names(node, asked, frame)
        frame.replaced[id(node)] = frame.made[id(node)] = code
        return RESIDUAL
    kind = "dict" if is_dict else "list"
    is_plain = isinstance(node, _Kept) and puts_together(machine, node, frame)
    if left is None and is_plain and _only_asks(machine, count):
        found = copy(nodes)
        point.back()
        frame.replaced[id(node)] = frame.made[id(node)] = machine.source(node, frame)
        return ManyValue(found, kind)
    point.go_on()
    if isinstance(node, cst.SetComp):
        return left or machine.refuse(errors.NotStaged(machine.span(node), "a set", "a node"))
    frame.replaced[id(node)] = frame.made[id(node)] = name
    parts = columns(elements) if isinstance(node, cst.GeneratorExp) else ()
    return left or ManyValue(nodes, kind, parts)


def _only_asks(machine: Machine, start: int) -> bool:
    """Whether nothing was done since `start`, besides to go through containers and fill others."""
    return all(
        isinstance(one, (Enter, Query)) or (isinstance(one, Plain) and one.wiring)
        for one in machine.record.statements[start:]
    )


def _element(
    machine: Machine, node: _Comprehension, inner: Frame, name: Fragment
) -> tuple[Fragment, Value]:
    if isinstance(node, cst.DictComp):
        key, value = machine.evaluated(node.key, inner), machine.evaluated(node.value, inner)
        code = join(name, text("["), key.as_written, text("] = "), value.as_written, text("\n"))
        return code, value.value
    value = machine.evaluated(node.elt, inner)
    return join(name, text(".append("), value.as_written, text(")\n")), value.value


def _loop(
    machine: Machine,
    part: cst.CompFor,
    given: Evaluated,
    frame: Frame,
    add_one: Callable[[Frame], Value | None],
) -> Value | None:
    refused = given.value if isinstance(given.value, Broken) else refuse_loop(machine, given)
    if refused is not None:
        return refused
    if of_wiring(given.value) and not isinstance(given.value, ManyValue):
        given = known_rows(machine, part.iter, given, frame)
        if of_wiring(given.value) and not isinstance(given.value, ManyValue):
            where = "a comprehension that the driver works out"
            return machine.refuse(errors.NotStaged(given.span, where, describe(given.value)))
    inner = Frame(
        machine.record.new_scope(), machine.trail, outer=frame, own=machine.names_in(part.target)
    )
    bind_pattern(machine, inner, part.target, gone_through(given.value, given.span))
    target = machine.source(part.target, inner)
    header = join(text("for "), target, text(" in "), machine.source(part.iter, frame))
    names = [name.value for name in target_names(part.target)]

    def body() -> Value | None:
        return _conditions(machine, part, 0, inner, add_one)

    _, left = stage_block(
        machine,
        part,
        BlockKind.LOOP,
        header,
        body,
        binds=symbols_of(inner, names),
        effect=effect_of(part.iter, machine, frame),
        in_place=True,
    )
    return left


def _conditions(
    machine: Machine,
    part: cst.CompFor,
    index: int,
    inner: Frame,
    add_one: Callable[[Frame], Value | None],
) -> Value | None:
    if index == len(part.ifs):
        if part.inner_for_in is not None:
            rows = machine.evaluated(part.inner_for_in.iter, inner)
            return _loop(machine, part.inner_for_in, rows, inner, add_one)
        return add_one(inner)
    test = part.ifs[index].test
    machine.evaluate(test, inner)
    header = join(text("if "), machine.source(test, inner))

    def body() -> Value | None:
        return _conditions(machine, part, index + 1, inner, add_one)

    effect = effect_of(test, machine, inner)
    _, left = stage_block(machine, test, BlockKind.BRANCH, header, body, effect=effect)
    return left
