"""Options as staging would give them, each name and each value at a place of its own."""

from __future__ import annotations

import itertools

from ffc.diagnostics import Diagnostic, Sink
from ffc.ir.fragment import text
from ffc.ir.option import Option
from ffc.ray_options import Kind, check_init_options, check_node_options
from ffc.source import Region, SourceFile, Span

SOURCE = SourceFile("app.py", None, "flow.set_remote_args({})\n")
_columns = itertools.count(1)


def span() -> Span:
    column = next(_columns)
    return Span(SOURCE, Region(1, column, 1, column + 1))


def option(name: str, known: object) -> Option:
    entries = options(known) if isinstance(known, dict) else ()
    return Option(name, text(repr(known)), known, span(), span(), entries)


def options(known: dict[str, object]) -> tuple[Option, ...]:
    return tuple(option(name, value) for name, value in known.items() if isinstance(name, str))


def check_node(kind: Kind, known: dict[str, object]) -> tuple[Diagnostic, ...]:
    sink = Sink()
    check_node_options(options(known), kind, sink)
    return sink.diagnostics


def check_init(known: dict[str, object]) -> tuple[Diagnostic, ...]:
    sink = Sink()
    check_init_options(options(known), sink)
    return sink.diagnostics


def said(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[str, str, str]]:
    return [(each.code, each.message, each.help) for each in diagnostics]
