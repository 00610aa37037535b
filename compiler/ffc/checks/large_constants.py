"""Large constants that are sent with a task, or with several calls."""

from __future__ import annotations

from collections import defaultdict

from ..diagnostics import Sink
from ..diagnostics import graph as errors
from ..ir import Node, Program, Symbol, SymbolUse
from ..slicing.needed import uses
from ..slicing.shipped import Shipped, running, shipped
from .variables import Variables
from .variables.size import size_of

_LARGE = 100_000  # bytes


def large_constants(program: Program, sink: Sink) -> None:
    variables = Variables(program)
    named = _named(program)
    passed = {symbol: nodes for symbol, nodes in _passed(program).items() if len(nodes) > 1}
    for symbol in dict.fromkeys([*named, *passed]):
        plain, size = variables.bound(symbol), size_of(symbol, variables)
        if plain is None or size is None or size < _LARGE:
            continue
        if symbol in named:
            sent = f"which Ray sends with {named[symbol].owner}"
            places = [(named[symbol].definition.span, "it is named in here")]
        else:
            sent = f"which Ray sends with {len(passed[symbol])} calls"
            places = [(node.span, "sent here") for node in passed[symbol][:2]]
        warning = errors.LargeConstant(plain.span, symbol.name, size, sent, tuple(places))
        sink.report(warning)


def _named(program: Program) -> dict[Symbol, Shipped]:
    """What the code of tasks names, each with the first that does."""
    found: dict[Symbol, Shipped] = {}
    for one in shipped(program.definitions, running(program)):
        for symbol in uses(one.definition):
            found.setdefault(symbol, one)
    return found


def _passed(program: Program) -> dict[Symbol, list[Node]]:
    """The variables that are arguments, with the nodes that get them."""
    found: defaultdict[Symbol, list[Node]] = defaultdict(list)
    submitted = (s.node for schedule in program.schedules for s in schedule.submissions)
    for node in (program.nodes[index] for index in dict.fromkeys(submitted)):
        for argument in node.arguments:
            match argument.value.parts:
                case (SymbolUse(symbol),):
                    found[symbol].append(node)
    return found
