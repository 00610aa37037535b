"""Fills variables with refs behind the runs that come before those who read the variables.

    models = [train(rate)]               train.remote(rate) …      the first run's
    first.run()                   →      wait_for(…)
    RayWorkflow(*models, …).run()        models = [train.remote(rate)]

Each run makes its nodes anew: a variable that is filled ahead of another run would hold the refs
of that one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from ..ir import Open, Plain, Program, Run, Statement, Symbol
from ..ir.groups import Groups
from .pieces import given_by, in_order, needs, pieces

_Place = tuple[int, int, int]  # a statement; whether behind it; which of those that are


def delay_wiring(program: Program) -> Program:
    """The program with these statements moved, each behind the last run that it can pass."""
    if len(program.runs) < 2 or not any(_is_wiring(program, i) for i in _indices(program)):
        return program
    places = _places(program)
    whole = pieces(program, 0, len(program.statements) - 1)
    return in_order(program, [whole[i] for i in sorted(places, key=places.__getitem__)])


def _indices(program: Program) -> range:
    return range(len(program.statements))


def _is_wiring(program: Program, index: int) -> bool:
    statement = program.statements[index]
    return isinstance(statement, Plain) and statement.wiring and not program.within[index]


def _places(program: Program) -> dict[int, _Place]:
    """Where each statement stands; looked for from behind, so that those that follow have gone."""
    groups = Groups(program)
    runs = [i for i, s in enumerate(program.statements) if isinstance(s, Run)]
    ends = sorted(groups.end(index) for index in runs)
    places: dict[int, _Place] = {}
    read: dict[Symbol, _Place] = {}
    given: dict[Symbol, _Place] = {}
    never = (len(program.statements), 0, 0)
    for index in reversed(_indices(program)):
        statement = program.statements[index]
        group = groups.of(index)
        place = (index if group is None else groups.extents[group][0], 0, 0)
        if _is_wiring(program, index):
            own = given_by(program, statement)
            next_ = [next_of.get(symbol, never) for symbol in own for next_of in (read, given)]
            next_ += (given.get(symbol, never) for symbol in needs(program, statement))
            last = bisect_left(ends, min(next_)[0] + min(next_)[1]) - 1
            if min(next_) < never and last >= 0 and ends[last] > index:
                place = (ends[last], 1, index)
        places[index] = place if group is None else (index, 0, 0)
        read.update((symbol, place) for symbol in _read(program, statement))
        given.update((symbol, place) for symbol in given_by(program, statement))
    return places


def _read(program: Program, statement: Statement) -> Iterator[Symbol]:
    """What the driver reads there: the variables with leaves of a workflow where it runs."""
    if not isinstance(statement, Open):
        yield from needs(program, statement)
    if isinstance(statement, Run):
        flow = program.flows[statement.flow]
        if len(flow.held) > len(flow.leaves):
            yield from (symbol for leaf in flow.written for symbol in leaf.symbols)
