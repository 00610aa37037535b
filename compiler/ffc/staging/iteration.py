"""What a loop over a value goes through, where that is known."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ..ir import text
from ..ir.literal import literal
from ..source import Span
from .iterators import Iterator_, View_, pair
from .keys import Key
from .known import MOST
from .reify import reify
from .values import (
    Evaluated,
    Known,
    Mapping_,
    Object_,
    Sequence_,
    Set_,
    Value,
)

__all__ = ["gathered", "iterate", "iterate_unordered", "length_of", "pair", "sequence", "steps"]


def steps(value: Value, span: Span) -> Iterator[Evaluated] | None:
    """The elements of `value` one after another, None where they are not known.

    A list is looked at anew at each step, as Python does. A set has no order that a person could
    rely on: it is looked at in the driver.
    """
    match value:
        case Sequence_(escaped=False):
            return _live(value) if value.is_list else iter(value.items)
        case Iterator_(is_open=True):
            return value.elements()
        case View_():
            return None if value.owner.escaped else iter(value.elements(span))
        case Mapping_(escaped=False):
            return iter([key for key, _ in value.entries.values()])
        case Object_(is_tuple=True):
            return iter(list(value.fields.values()))
        case Known(str() | bytes() | range() as items) if _is_short(items):
            return (Evaluated(Known(item), text(literal(item) or ""), span) for item in items)
    return None


def _live(value: Sequence_) -> Iterator[Evaluated]:
    index = 0
    while index < len(value.items):
        yield value.items[index]
        index += 1


def length_of(value: Value) -> int | None:
    """How many elements there are at most; None where there may be any number, or none at all."""
    match value:
        case Sequence_():
            return len(value.items)
        case Mapping_():
            return len(value.entries)
        case View_():
            return len(value.owner.entries)
        case Set_():
            return len(value.members)
        case Iterator_():
            return value.length
        case Known(str() | bytes() | range() as items) if _is_short(items):
            return len(items)
    return None


def iterate(value: Value, span: Span) -> list[Evaluated] | None:
    """All elements of `value`, None where they are not known, or too many."""
    found = steps(value, span)
    items = None if found is None else list(islice(found, MOST + 1))
    return items if items is not None and len(items) <= MOST else None


def gathered(given: Evaluated) -> Value:
    """The value, or a list of what an iterator or a view gives."""
    if not isinstance(given.value, (Iterator_, View_)):
        return given.value
    items = iterate(given.value, given.span)
    return given.value if items is None else Sequence_(items, is_list=True)


def iterate_unordered(value: Value, span: Span) -> list[Evaluated] | None:
    """The same, for code to which the order means nothing."""
    if isinstance(value, Set_) and not value.escaped:
        return [member(one, span) for one in value.members]
    if isinstance(value, Iterator_) and value.unordered and not (value.spoiled or value.escaped):
        return list(value.elements())
    return iterate(value, span)


def member(key: object, span: Span) -> Evaluated:
    """A key of a dict or a member of a set as a value."""
    value: Value = Known(key)
    if isinstance(key, Value):
        value = key.value if isinstance(key, Key) else key
    elif isinstance(key, tuple):
        value = Sequence_([member(part, span) for part in key], is_list=False)
    return Evaluated(value, reify(value) or text("None"), span)


def _is_short(items: str | bytes | range) -> bool:
    try:
        return len(items) <= MOST
    except OverflowError:
        return False


def sequence(items: list[Evaluated], span: Span, is_list: bool = True) -> Evaluated:
    """The items as a list or tuple, with its code."""
    value = Sequence_(items, is_list)
    return Evaluated(value, reify(value) or text("[]"), span)
