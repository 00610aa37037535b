"""Writes known values instead of names that are bound again.

    x = 1                     →   a = f.remote(1)
    a = f(x)
    x = 2
    b = f(x)                  →   b = f.remote(2)

A name that is bound once keeps its name: one changed constant is one changed line. A name bound
several times may have another value by the time when the node is submitted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from dataclasses import replace

from ..ir import Argument, Fragment, Option, Program, Symbol, text
from ..ir.literal import literal
from ..ir.schedule import Submission
from .pieces import defined


def fold_names(program: Program) -> Program:
    counts = Counter(symbol for one in program.statements for symbol in defined(program, one))
    rebound = {symbol for symbol, count in counts.items() if count > 1}
    changed = rebound.union(*(plain.changes for plain in program.plain))
    if not changed:
        return program
    schedules = tuple(
        replace(s, submissions=tuple(_submission(one, rebound, changed) for one in s.submissions))
        for s in program.schedules
    )
    flows = tuple(replace(f, init=_options(f.init, rebound)) for f in program.flows)
    return replace(program, schedules=schedules, flows=flows)


def _submission(submission: Submission, rebound: Set[Symbol], changed: Set[Symbol]) -> Submission:
    return replace(
        submission,
        arguments=tuple(
            # The container itself is passed as it is at the run; what is read out of it, as it was.
            _argument(one, changed if one.computed else rebound)
            for one in submission.arguments
        ),
        options=_options(submission.options, rebound),
        queries=tuple((p, _options(options, rebound)) for p, options in submission.queries),
    )


def _argument(argument: Argument, rebound: Set[Symbol]) -> Argument:
    if argument.has_effects:  # as `names.pop()`, which is more than its value
        return argument
    value = _folded(argument.value, argument.known, rebound)
    if value is argument.value:
        return argument
    computed = argument.computed and value == argument.value
    return replace(argument, value=value, computed=computed)


def _options(options: tuple[Option, ...], rebound: Set[Symbol]) -> tuple[Option, ...]:
    return tuple(replace(o, value=_folded(o.value, o.known, rebound)) for o in options)


def _folded(value: Fragment, known: object, rebound: Set[Symbol]) -> Fragment:
    if rebound.isdisjoint(value.symbols):
        return value
    written = literal(known)
    return value if written is None else text(written)
