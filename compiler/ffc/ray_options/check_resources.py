"""Checks that the resources a node asks for exist."""

from __future__ import annotations

from collections.abc import Sequence

from ..diagnostics import Sink
from ..diagnostics import options as errors
from ..ir.option import Option
from .resources import is_custom


def check_resources(options: Sequence[Option], given: frozenset[str], sink: Sink) -> None:
    """Warns of custom resources of a node that are not among those `given` to `ray.init`."""
    for option in options:
        if option.name == "resources" and isinstance(option.known, dict):
            spans = {entry.name: entry.span for entry in option.entries}
            for name, quantity in option.known.items():
                wanted = isinstance(name, str) and is_custom(name) and quantity != 0
                if wanted and name not in given:
                    span = spans.get(name, option.value_span)
                    sink.report(errors.MissingResource(span, name))
