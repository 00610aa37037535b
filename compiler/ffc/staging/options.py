"""Dicts of options → the options one by one, with their places."""

from __future__ import annotations

from ..ir import Option
from ..source import Span
from .values import Evaluated, Mapping_, to_python


def options(given: Evaluated) -> tuple[Option, ...] | None:
    """The entries of a dict of options; None where its keys are not known strings."""
    value = given.value
    if not isinstance(value, Mapping_) or value.escaped:
        return None
    if not all(isinstance(key, str) for key in value.entries):
        return None
    entries = value.entries.items()
    return tuple(option(str(name), key.span, entry) for name, (key, entry) in entries)


def option(name: str, span: Span, entry: Evaluated) -> Option:
    """The option `name`, written at `span`, with its value."""
    return Option(
        name=name,
        value=entry.code,
        known=to_python(entry.value),
        span=span,
        value_span=entry.span,
        entries=options(entry) or (),
    )
