"""The compiler as one function: source → driver."""

from __future__ import annotations

from dataclasses import dataclass

from .checks import run_checks
from .checks.chosen_options import chosen_options
from .checks.escaped_refs import escaped_refs
from .checks.later_leaves import later_leaves
from .diagnostics import Sink
from .diagnostics import reading as reading_errors
from .diagnostics import staging as staging_errors
from .emit import NoOrder, Target, TooManyParentheses, accepted, emit, unbound
from .frontend import Modules, parse
from .ir import Program
from .passes import run_passes
from .source import Region, SourceFile, Span
from .staging import stage


@dataclass(frozen=True)
class Compiled:
    """A driver and the program that it was made of; `staged` is that before the passes."""

    driver: str
    program: Program
    staged: Program


def compile_source(
    source: SourceFile, target: Target, sink: Sink, modules: Modules | None = None
) -> Compiled | None:
    """The driver of an app; None where `sink` got errors.

    `modules` says where the app's own modules are; without it, all its imports stay.
    """
    module = parse(source, sink)
    if module is None:
        return None
    program = staged = stage(module, sink, finder=modules)
    if not sink.has_errors:
        escaped_refs(program, sink)
        later_leaves(program, sink)
        chosen_options(program, sink)
    if not sink.has_errors:
        program = run_passes(program)
    run_checks(program, sink)
    if sink.has_errors:
        return None
    start = Span(source, Region(1, 1, 1, 1))
    try:
        driver = emit(program, target)
        late = unbound(accepted(driver), source.text)
    except NoOrder as found:
        driver, late = "", str(found)
    except (RecursionError, TooManyParentheses):
        sink.report(reading_errors.TooDeep(start))
        return None
    if late is not None:
        sink.report(
            staging_errors.NotStaged(start, "an order that no driver can have", f"`{late}`")
        )
        return None
    return Compiled(driver, program, staged)
