"""Whether Ray can send what tasks need to its workers."""

from __future__ import annotations

from ..diagnostics import Sink
from ..diagnostics import graph as errors
from ..ir import Definition, Program, Symbol
from ..slicing.needed import uses

_BY_NAME = frozenset({"functools.cache", "functools.lru_cache"})


def shippable(program: Program, sink: Sink) -> None:
    definitions = {d.symbol: d for d in program.definitions}
    running = dict.fromkeys(
        program.nodes[submission.node].definition
        for schedule in program.schedules
        for submission in schedule.submissions
    )
    for symbol in running:
        task = definitions[symbol]
        for needed in _reached(task, definitions):
            for decorator in needed.decorators:
                if decorator in _BY_NAME:
                    name = needed.symbol.name
                    sink.report(errors.NotShippable(needed.span, name, decorator, task.span))


def _reached(task: Definition, definitions: dict[Symbol, Definition]) -> list[Definition]:
    """The task and the app's functions and classes that its code leads to, in a fixed order."""
    found: dict[Symbol, Definition] = {}
    pending = [task]
    while pending:
        one = pending.pop(0)
        if one.symbol not in found:
            found[one.symbol] = one
            pending.extend(definitions[s] for s in uses(one) if s in definitions)
    return list(found.values())
