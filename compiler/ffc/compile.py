"""The compiler as one function: source → driver."""

from __future__ import annotations

from dataclasses import dataclass

from .checks import run_checks
from .checks.escaped_refs import escaped_refs
from .diagnostics import Sink
from .diagnostics import reading as reading_errors
from .emit import Target, TooManyParentheses, emit
from .frontend import Modules, parse
from .ir import Program
from .passes import run_passes
from .source import Region, SourceFile, Span
from .staging import stage


@dataclass(frozen=True)
class Compiled:
    """A driver and the program that it was made of."""

    driver: str
    program: Program


def compile_source(
    source: SourceFile, target: Target, sink: Sink, modules: Modules | None = None
) -> Compiled | None:
    """The driver of an app; None where `sink` got errors.

    `modules` says where the app's own modules are; without it, all its imports stay.
    """
    module = parse(source, sink)
    if module is None:
        return None
    program = stage(module, sink, finder=modules)
    if not sink.has_errors:
        escaped_refs(program, sink)
    if not sink.has_errors:
        program = run_passes(program)
    run_checks(program, sink)
    if sink.has_errors:
        return None
    try:
        return Compiled(emit(program, target), program)
    except (RecursionError, TooManyParentheses):
        sink.report(reading_errors.TooDeep(Span(source, Region(1, 1, 1, 1))))
        return None
