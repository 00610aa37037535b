"""Diagnostics for people: place, code and message, the source line, carets, and a way out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...source import Span
from ..model import Diagnostic, Severity
from .cells import plain
from .snippet import snippet


def render(diagnostics: Iterable[Diagnostic]) -> str:
    """A block of lines for each diagnostic, with a blank line between two."""
    blocks = ("\n".join(_block(diagnostic)) for diagnostic in diagnostics)
    return "\n".join(f"{block}\n" for block in blocks)


def _block(diagnostic: Diagnostic) -> Iterator[str]:
    span = diagnostic.span
    related = diagnostic.related
    gutter = max(len(str(place.region.line)) for place in (span, *(at for at, _ in related)))
    warning = "warning " if diagnostic.severity is Severity.WARNING else ""
    yield f"{_place(span)}: {warning}{diagnostic.code} {plain(diagnostic.message)}"
    yield from snippet(span.source, span.region, diagnostic.label, gutter)
    for other, label in related:
        yield f"{'':{gutter}}--> {_place(other)}"
        yield from snippet(other.source, other.region, label, gutter, caret="-")
    for note in diagnostic.notes:
        yield from _remark("note", note, gutter)
    if diagnostic.help:
        yield from _remark("help", diagnostic.help, gutter)


def _place(span: Span) -> str:
    return f"{plain(span.source.name)}:{span.region.line}:{span.region.column}"


def _remark(kind: str, words: str, gutter: int) -> Iterator[str]:
    """`= note: words`, the lines after the first one under the words."""
    head = f"{'':{gutter}} = {kind}: "
    for number, line in enumerate(words.split("\n")):
        yield f"{head if number == 0 else ' ' * len(head)}{plain(line)}".rstrip()
