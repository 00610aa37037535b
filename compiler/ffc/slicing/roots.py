"""Where the dependency walk through an app begins: at what its runs submit."""

from __future__ import annotations

from collections.abc import Iterator

from ..ir import Flow, Open, Program, Run, Symbol


def roots(program: Program) -> Iterator[Symbol]:
    """The symbols that submissions, runs and the start of Ray name."""
    for schedule in program.schedules:
        for submission in schedule.submissions:
            yield program.nodes[submission.node].definition
            for argument in submission.arguments:
                yield from argument.value.symbols
            for option in submission.options:
                yield from option.value.symbols
            if submission.name is not None:
                yield from submission.name.symbols
    for statement in program.statements:
        if isinstance(statement, Run) and statement.limit is not None:
            yield from statement.limit.symbols
    flow = starting_flow(program)
    if flow is not None:
        for option in flow.init:
            yield from option.value.symbols


def starting_flow(program: Program) -> Flow | None:
    """The workflow whose `ray_init_args` start Ray: the first that is made."""
    opened = (s.flow for s in program.statements if isinstance(s, Open))
    first = next(opened, None)
    return None if first is None else program.flows[first]
