"""Dicts of options → the options one by one, with their places."""

from __future__ import annotations

from ..ir import Option
from .values import Evaluated, Mapping_, to_python


def options(given: Evaluated) -> tuple[Option, ...] | None:
    """The entries of a dict of options; None where its keys are not known strings."""
    value = given.value
    if not isinstance(value, Mapping_) or value.escaped:
        return None
    if not all(isinstance(key, str) for key in value.entries):
        return None
    return tuple(_option(str(name), key, entry) for name, (key, entry) in value.entries.items())


def _option(name: str, key: Evaluated, entry: Evaluated) -> Option:
    return Option(
        name=name,
        value=entry.code,
        known=to_python(entry.value),
        span=key.span,
        value_span=entry.span,
        entries=options(entry) or (),
    )
