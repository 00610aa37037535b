"""Computes a name where the app gives it, if its variables are bound again before a submission.

    for row in rows:                            row = rows[0]
        node = fit(data)                   →    name = f"of {row}"
        node.set_name(f"of {row}")              fit_ref = fit.options(name=name).remote(data)
    flow.run()                                  row = rows[1]
    flow.run()                                  …

The first run submits a node where the app makes it, or behind the last effect before the run; each
further one, and one behind another run, submits it there.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from ..ir import UNKNOWN, Argument, Effect, Plain, Program, Rename, Run, Symbol, join, text
from ..ir.fragment import SymbolUse
from ..ir.schedule import Schedule, Submission
from .hoist_arguments import Changes, inserted


def hoist_names(program: Program) -> Program:
    changes = Changes(program)
    given = {s.node: i for i, s in enumerate(program.statements) if isinstance(s, Rename)}
    places: defaultdict[int, list[Plain]] = defaultdict(list)
    hoisted: dict[int, Plain] = {}
    ran: set[int] = set()
    for schedule in program.schedules:
        for one in schedule.submissions:
            place = given.get(one.node, -1)
            if place < 0 or program.within[place] or one.node in hoisted:
                continue
            if one.name is None or not any(one.name.symbols):
                continue
            name = Argument("", one.name, UNKNOWN, program.nodes[one.node].span)
            end = _submitted(program, schedule, one, one.node in ran)
            if changes.between(place, end, name, inside=False):
                hoisted[one.node] = _statement(name, len(hoisted))
                places[place].append(hoisted[one.node])
        ran.update(submission.node for submission in schedule.submissions)
    if not hoisted:
        return program
    schedules = tuple(
        replace(schedule, submissions=tuple(_named(one, hoisted) for one in schedule.submissions))
        for schedule in program.schedules
    )
    return inserted(replace(program, schedules=schedules), places)


def _submitted(program: Program, schedule: Schedule, submission: Submission, again: bool) -> int:
    """Behind which statement the node is submitted."""
    if again:
        return schedule.statement
    before = range(schedule.statement - 1, submission.after, -1)
    return next((i for i in before if _is_barrier(program, i)), submission.after)


def _is_barrier(program: Program, index: int) -> bool:
    statement = program.statements[index]
    return isinstance(statement, Run) or (
        isinstance(statement, Plain) and statement.effect is Effect.ANY
    )


def _statement(name: Argument, number: int) -> Plain:
    symbol = Symbol("name", scope=-50_000 - number)
    code = join(SymbolUse(symbol), text(" = "), name.value, text("\n"))
    uses = tuple(name.value.symbols)
    return Plain(code, (symbol,), uses, (), Effect.NONE, name.span, order=0)


def _named(submission: Submission, hoisted: dict[int, Plain]) -> Submission:
    made = hoisted.get(submission.node)
    if made is None:
        return submission
    return replace(submission, name=join(SymbolUse(made.defines[0])))
