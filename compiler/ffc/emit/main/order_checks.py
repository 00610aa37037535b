"""Whether an order of `main()` leaves the values of variables as they are in the app."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ...ir import Fragment, Plain, Program, Symbol
from .item import Item, Step


class NoOrder(Exception):
    """A variable has another value by the time when a statement that reads it can stand."""


def check_order(program: Program, items: Sequence[Item]) -> None:
    """Raises `NoOrder` where they would not be.

    What fills variables later than the app must not find others bound to what comes later.
    """
    places = {
        item.number: i for i, item in enumerate(items) if item.step in (Step.PLAIN, Step.FILL)
    }
    binding: defaultdict[Symbol, list[int]] = defaultdict(list)
    for index in places:
        statement = program.statements[index]
        for symbol in statement.defines if isinstance(statement, Plain) else ():
            binding[symbol].append(index)
    for item in items:
        filling = program.statements[item.number] if item.step is Step.FILL else None
        for symbol in filling.uses if isinstance(filling, Plain) else ():
            later = (index for index in binding[symbol] if index > item.number)
            if any(places[index] < places[item.number] for index in later):
                raise NoOrder(symbol.name)
    _check_runs(program, items)
    _check_setups(program, items)


def _check_setups(program: Program, items: Sequence[Item]) -> None:
    """What changes in the driver with each node must do so in the order of the app."""
    last: dict[tuple[int, Fragment], int] = {}
    for item in items if program.equipped else ():
        setups = program.schedules[item.run].by_node[item.number].setups if item.is_node else ()
        for state in (setup.state for setup in setups if setup.state is not None):
            if last.get((item.run, state), -1) > item.number:
                raise NoOrder(next(s.name for s in state.symbols))
            last[item.run, state] = item.number


def _check_runs(program: Program, items: Sequence[Item]) -> None:
    """What a run takes out of variables must be in them by then."""
    flows = {schedule.run: program.flows[schedule.flow] for schedule in program.schedules}
    taken: dict[Symbol, int] = {}
    for item in items:
        if item.step is Step.RUN and len(flows[item.run].held) > len(flows[item.run].leaves):
            read = (symbol for leaf in flows[item.run].written for symbol in leaf.symbols)
            taken.update(dict.fromkeys(read, item.after))
        filling = program.statements[item.number] if item.step is Step.FILL else None
        for symbol in (*filling.defines, *filling.changes) if isinstance(filling, Plain) else ():
            if taken.get(symbol, -1) > item.number:
                raise NoOrder(symbol.name)
