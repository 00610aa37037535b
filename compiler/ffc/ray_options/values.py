"""The rules that many options share: numbers, texts, booleans."""

from __future__ import annotations

from .rule import Rule, instance

ANY = Rule("anything", lambda value: True)
NONE = instance("None", type(None))
TEXT = instance("text", str)
NOT_EMPTY = Rule("text that is not empty", lambda value: isinstance(value, str) and value != "")
BOOL = instance("True or False", bool)

_UNIT = 0.0001  # Ray counts resources in units of this


def whole(least: int) -> Rule:
    """A whole number of at least `least`."""
    return Rule(
        f"a whole number from {least}",
        lambda value: isinstance(value, int) and value >= least,
    )


def _is_quantity(value: object) -> bool:
    return isinstance(value, int | float) and (value == 0 or value >= _UNIT)


def _is_whole(value: object) -> bool:
    return _is_quantity(value) and isinstance(value, int | float) and value % 1 == 0


def _is_part(value: object) -> bool:
    return _is_quantity(value) and isinstance(value, float) and value < 1


QUANTITY = Rule("a number from 0, in steps of 0.0001", _is_quantity)
WHOLE_QUANTITY = Rule("a whole number from 0", _is_whole)
# A node gets whole devices, or a part of a single one.
DEVICES = Rule(
    "a whole number or a fraction below 1", lambda value: _is_whole(value) or _is_part(value)
)
# As Ray counts what a machine has: True, a whole number elsewhere, keeps Ray from starting.
CAPACITY = Rule(
    "a whole number from 0", lambda value: _is_whole(value) and not isinstance(value, bool)
)
