"""Where the dependency walk through an app begins: at what its runs submit."""

from __future__ import annotations

from collections.abc import Iterator

from ..ir import Flow, Fragment, Open, Program, Symbol
from ..ir.schedule import Submission
from ..ir.setup import codes


def roots(program: Program) -> Iterator[Symbol]:
    """The symbols that submissions, runs and the start of Ray name."""
    for schedule in program.schedules:
        for submission in schedule.submissions:
            node = program.nodes[submission.node]
            yield from (node.definition,) if node.maker is None else ()
    for code in _submitting(program):
        yield from code.symbols
        for run in code.runs:
            yield from leaves(program, run)


def leaves(program: Program, run: int) -> Iterator[Symbol]:
    """The variables that hold the leaves of a run: the driver reads them if it uses the results."""
    flow = program.flows[program.runs[run].flow]
    if len(flow.held) > len(flow.leaves):
        yield from (symbol for leaf in flow.written for symbol in leaf.symbols)


def submitted_code(program: Program) -> Iterator[Fragment]:
    """The code in the lines that ffc itself writes: arguments, names, options, limits, leaves."""
    yield from _submitting(program)
    for schedule in program.schedules:
        flow = program.flows[schedule.flow]
        if len(flow.held) > len(flow.leaves):
            yield from flow.written


def _submitting(program: Program) -> Iterator[Fragment]:
    for schedule in program.schedules:
        for submission in schedule.submissions:
            yield from submitted_by(program, submission)
        if schedule.limit is not None:
            yield schedule.limit
        if schedule.stored is not None:
            yield schedule.stored
    starting = starting_flow(program)
    yield from (option.value for option in (starting.init if starting is not None else ()))


def submitted_by(program: Program, submission: Submission) -> Iterator[Fragment]:
    """The code in the lines that submit one node."""
    yield from (argument.value for argument in submission.arguments)
    yield from (option.value for option in submission.options)
    for pattern, given in submission.queries:
        yield from (pattern, *(option.value for option in given))
    if submission.name is not None:
        yield submission.name
    yield from codes(submission.setups)
    owner = program.nodes[submission.node].owner
    if owner is not None:
        yield owner


def starting_flow(program: Program) -> Flow | None:
    """The workflow whose `ray_init_args` start Ray: the first that is made for Ray."""
    opened = [program.flows[s.flow] for s in program.statements if isinstance(s, Open)]
    starting = (flow for flow in opened if flow.takes_init)
    return next(starting, opened[0] if opened else None)
