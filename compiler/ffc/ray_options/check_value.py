"""Reports a value that its rule does not take."""

from __future__ import annotations

from ..diagnostics import Sink
from ..diagnostics import options as errors
from ..ir.option import Option
from .rule import DictRule, Rule

_LONGEST = 40  # letters of a value in a message


def check_value(option: Option, rule: Rule, what: str, sink: Sink) -> None:
    """Reports what in the value of `option` is wrong; `what` is the option in words.

    A dict is reported where it is wrong, if the places of its entries are known.
    """
    for fault in _faults(option, rule, what):
        sink.report(fault)


def _faults(option: Option, rule: Rule, what: str) -> list[errors.WrongValue]:
    if rule.allows(option.known):
        return []
    whole = errors.WrongValue(
        option.value_span, what, rule.expected, show(option.known), rule.hint(option.known)
    )
    inside = (
        [fault for entry in option.entries for fault in _in_entry(entry, rule, what)]
        if isinstance(rule, DictRule)
        else []
    )
    return inside or [whole]


def _in_entry(entry: Option, rule: DictRule, what: str) -> list[errors.WrongValue]:
    if not rule.keys.allows(entry.name):
        hint = rule.keys.hint(entry.name)
        return [errors.WrongValue(entry.span, what, rule.keys.expected, f"`{entry.name}`", hint)]
    values = rule.special.get(entry.name, rule.values)
    return _faults(entry, values, f"`{entry.name}` in {what}")


def show(value: object) -> str:
    """A value in a message: itself if it is short and known, else its kind."""
    if isinstance(value, type):
        return f"the class `{value.__name__}`"
    simple = isinstance(value, bool | int | float | str | None) or value in ([], (), {})
    written = repr(value)
    return written if simple and len(written) <= _LONGEST else f"this {type(value).__name__}"
