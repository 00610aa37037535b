"""Open files, locks, connections and the like that tasks take to a worker."""

from __future__ import annotations

from ..diagnostics import Sink
from ..diagnostics import graph as errors
from ..ir import NodeKind, Program, Symbol
from ..slicing.needed import uses
from ..slicing.shipped import running, shipped
from .variables import Variables
from .variables.tied import Tied


def tied_to_process(program: Program, sink: Sink) -> None:
    variables = Variables(program)
    tied = Tied(variables)
    seen: set[Symbol] = set()
    for one in shipped(program.definitions, running(program)):
        for symbol in dict.fromkeys(uses(one.definition)):
            kind, plain = tied.variable(symbol), variables.bound(symbol)
            if kind is not None and plain is not None and symbol not in seen:
                seen.add(symbol)
                name, place = symbol.name, (one.definition.span, "it is named in here")
                sink.report(errors.TiedToProcess(plain.span, name, kind, one.owner, (place,)))
    submitted = (s.node for schedule in program.schedules for s in schedule.submissions)
    for node in (program.nodes[index] for index in dict.fromkeys(submitted)):
        for argument in node.arguments:
            kind = tied.code(argument.value)
            if kind is not None:
                kinds = {NodeKind.TASK: "task"}
                owner = f"{kinds.get(node.kind, 'class node')} `{node.definition.name}`"
                sink.report(errors.TiedToProcess(argument.span, "", kind, owner))
