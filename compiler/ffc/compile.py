"""The compiler as one function: source → driver."""

from __future__ import annotations

import os
from dataclasses import dataclass

from .checks import run_checks
from .checks.chosen_options import chosen_options
from .checks.escaped_refs import escaped_refs
from .checks.later_leaves import later_leaves
from .diagnostics import Sink
from .diagnostics import reading as reading_errors
from .diagnostics import staging as staging_errors
from .emit import BadTemplate, NoOrder, Target, Templates, TooManyParentheses, emit, unbound
from .frontend import Modules, parse, read
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
    source: SourceFile,
    target: Target,
    sink: Sink,
    modules: Modules | None = None,
    templates: Templates | None = None,
) -> Compiled | None:
    """The driver of an app; None where `sink` got errors.

    `modules` says where the app's own modules are; without it, all its imports stay. `templates`
    are a team's own; without them, the driver has ffc's shape.
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
        accepted = emit(program, target, templates)
        driver, late = accepted.text, unbound(accepted, source.text)
    except NoOrder as found:
        driver, late = "", str(found)
    except (RecursionError, TooManyParentheses):
        sink.report(reading_errors.TooDeep(start))
        return None
    except BadTemplate as wrong:
        sink.report(reading_errors.WrongTemplate(_place(wrong), wrong.reason))
        return None
    if late is not None:
        sink.report(
            staging_errors.NotStaged(start, "an order that no driver can have", f"`{late}`")
        )
        return None
    return Compiled(driver, program, staged)


def _place(wrong: BadTemplate) -> Span:
    """The line of a template, as messages show it."""
    quiet = Sink()
    name = min(str(wrong.path), os.path.relpath(wrong.path), key=len)
    source = read(name, wrong.path, b"", quiet) or SourceFile(name, wrong.path, "")
    line = max(1, min(wrong.line, source.text.count("\n") + 1))
    return Span(source, Region(line, 1, line, max(2, len(source.line(line)) + 1)))
