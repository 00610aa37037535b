"""What is known of variables that a block of the driver fills.

model = start()                        before the loop: a node
for path in paths:                     in the loop and after it: a ref, of `start` or of `step`
    model = step(model, path)
"""

from __future__ import annotations

from dataclasses import replace
from functools import reduce

from ...ir import text
from ...source import Span
from ..iterators import Iterator_, View_
from ..values import (
    RESIDUAL,
    BoundValue,
    Broken,
    BuiltinValue,
    DialectValue,
    Evaluated,
    FlowValue,
    FunctionValue,
    InstanceValue,
    ItemValue,
    Lost,
    ManyValue,
    Mapping_,
    NodeSet,
    NodeValue,
    RefValue,
    Sequence_,
    TaskValue,
    Value,
    describe,
    elements,
    give_up,
    is_mutable,
    of_wiring,
)

UNHELD = (TaskValue, FunctionValue, BuiltinValue, BoundValue, DialectValue, FlowValue, Lost)
_FIXED = (TaskValue, FunctionValue, BuiltinValue, DialectValue, Broken, Lost)


def widened(value: Value) -> Value:
    """What may be said of a variable that holds `value` now, and others later."""
    match value:
        case NodeValue() | ItemValue() | InstanceValue() | RefValue():
            return RefValue(_gathered(value))
        case ManyValue():
            return ManyValue(_gathered(value), value.kind, value.parts)
        case Sequence_() | Mapping_() if of_wiring(value):
            kind = "dict" if isinstance(value, Mapping_) else "list"
            return ManyValue(_gathered(value), kind)
    if isinstance(value, _FIXED):
        return value
    return Lost(describe(value)) if of_wiring(value) else RESIDUAL


def _gathered(value: Value) -> NodeSet:
    found = NodeSet()
    add(found, value, top=True)
    return found


def add(nodes: NodeSet, value: Value, top: bool = False, depth: int = 0) -> None:
    """Notes that a variable, or with `top` a container in it, may hold `value`.

    The container that gets it stands at a `depth` of others.
    """
    kinds = _kinds(value)[top:]
    if len(nodes.inner) < depth + len(kinds):
        nodes.inner = (*nodes.inner[:depth], *kinds)
    _gather(nodes, value)


def _kinds(value: Value) -> tuple[str, ...]:
    """The kind of the container that holds refs, and of those inside of it."""
    match value:
        case ManyValue():
            return (value.kind, *value.inner)
        case Sequence_() | Mapping_():
            own = "dict" if isinstance(value, Mapping_) else "list"
            held = [one.value for one in elements(value)]
            inner = [_kinds(one) for one in held if of_wiring(one)]
            if inner or not held:
                return (own, *max(inner, key=len, default=()))
    return ()


def _gather(nodes: NodeSet, value: Value) -> None:
    match value:
        case NodeValue():
            nodes.nodes[value.node] = None
        case ItemValue():
            nodes.nodes[value.ref.node] = None
        case InstanceValue():
            nodes.nodes[value.node] = None
            nodes.actor = value.definition
        case RefValue() | ManyValue():
            nodes.nodes.update(value.nodes.nodes)
            nodes.actor = nodes.actor or value.nodes.actor
        case Sequence_() | Mapping_() if of_wiring(value):
            for element in elements(value):
                _gather(nodes, element.value)


def gone_through(value: Value, span: Span) -> Value:
    """What a loop over the value goes through: the keys of a dict."""
    is_dict = isinstance(value, Mapping_) or (isinstance(value, ManyValue) and value.kind == "dict")
    return RESIDUAL if is_dict else element(value, span)


def element(value: Value, span: Span) -> Value:
    """What a subscript gives, or a loop over a list."""
    if isinstance(value, (Sequence_, Mapping_)) and of_wiring(value):
        value = widened(value)
    if not isinstance(value, ManyValue):
        return RESIDUAL
    if value.parts:
        parts = [Evaluated(part, text("?"), span) for part in value.parts]
        return Sequence_(parts, is_list=False)
    one: Value = RefValue(value.nodes)
    if value.inner:
        one = ManyValue(value.nodes, value.inner[0], depth=value.depth + 1)
    return some(one) if value.partial else one


def rows_of(given: Evaluated) -> Value:
    """What may be said of known rows that the driver goes through: residual, or held.

    Code that is not followed gets what is in them. Anything else is given as it is.
    """
    value = given.value
    inner = list(elements(value))
    if not of_wiring(value):
        for one in inner:
            give_up(one.value)
        return RESIDUAL
    if isinstance(value, Iterator_) or any(
        of_wiring(one.value) and is_mutable(one.value) for one in inner
    ):
        return value
    if not isinstance(value, View_):
        wide = widened(value)
        parts = columns(inner) if isinstance(value, Sequence_) else ()
        return ManyValue(wide.nodes, "list", parts) if isinstance(wide, ManyValue) else wide
    wide = widened(value.owner)
    if value.kind == "keys" or not isinstance(wide, ManyValue):
        return RESIDUAL if value.kind == "keys" else value
    parts = (RESIDUAL, element(wide, given.span)) if value.kind == "items" else ()
    return ManyValue(wide.nodes, "iterator", parts)


def columns(rows: list[Evaluated]) -> tuple[Value, ...]:
    """What may be said of the first, second… parts of rows that are tuples of one length."""
    tuples = [row.value for row in rows if isinstance(row.value, Sequence_)]
    if len(tuples) < len(rows) or len({len(row.items) for row in tuples}) != 1:
        return ()
    turned = zip(*(row.items for row in tuples), strict=True)
    return tuple(widened(reduce(merged, (part.value for part in column))) for column in turned)


def some(value: Value) -> Value:
    """The value, where it is some of several of which others may not be taken."""
    if isinstance(value, RefValue):
        return RefValue(value.nodes, partial=True)
    return replace(value, partial=True) if isinstance(value, ManyValue) else value


def are_mixed(one: Value, other: Value) -> bool:
    """Whether one is a node and the other a container of nodes, which code does not use alike."""
    wide = widened(one), widened(other)
    return any(isinstance(v, RefValue) for v in wide) and any(
        isinstance(v, ManyValue) for v in wide
    )


def merged(one: Value, other: Value) -> Value:
    """What may be said of a variable that two branches bind."""
    if one == other and not isinstance(one, (Sequence_, Mapping_)):
        return one
    wired = of_wiring(one) or of_wiring(other)
    if not wired:
        return RESIDUAL
    for value in (one, other):
        if isinstance(value, (*_FIXED, Lost)) or isinstance(widened(value), Lost):
            return Lost(describe(value))
    if are_mixed(one, other):
        return Lost(describe(other))
    found = NodeSet()
    add(found, one, top=True)
    add(found, other, top=True)
    many = [v for v in (widened(one), widened(other)) if isinstance(v, ManyValue)]
    return ManyValue(found, many[0].kind, many[0].parts) if many else RefValue(found)
