"""Diagnostics for programs: a JSON array, one object for each."""

from __future__ import annotations

import json
from collections.abc import Iterable

from ...source import Span
from ..model import Diagnostic


def render(diagnostics: Iterable[Diagnostic]) -> str:
    """The array, indented, in plain ASCII, with a final newline."""
    return json.dumps([_object(diagnostic) for diagnostic in diagnostics], indent=2) + "\n"


def _object(diagnostic: Diagnostic) -> dict[str, object]:
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        **_place(diagnostic.span),
        "label": diagnostic.label,
        "notes": list(diagnostic.notes),
        "help": diagnostic.help,
        "related": [{**_place(span), "label": label} for span, label in diagnostic.related],
    }


def _place(span: Span) -> dict[str, object]:
    region = span.region
    return {
        "file": span.source.name,
        "line": region.line,
        "column": region.column,
        "end_line": region.end_line,
        "end_column": region.end_column,
    }
