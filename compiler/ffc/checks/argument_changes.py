"""Tasks that change what they get: arrays arrive read-only, all else as a copy."""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import Sink
from ..diagnostics import graph as errors
from ..ir import NodeKind, Program
from ..slicing.shipped import running, shipped


def argument_changes(program: Program, sink: Sink) -> None:
    called = set(_called(program))
    for one in shipped(program.definitions, running(program)):
        for change in one.definition.facts.argument_changes:
            if change.function in called:
                sink.report(errors.ArgumentChange(change.span, change.name, change.function))


def _called(program: Program) -> Iterator[str]:
    """The functions and methods that nodes call, which get their arguments from elsewhere."""
    definitions = {definition.symbol: definition for definition in program.definitions}
    submitted = (s.node for schedule in program.schedules for s in schedule.submissions)
    calls = ((n.kind, n.definition, n.method) for n in map(program.nodes.__getitem__, submitted))
    for kind, symbol, name in dict.fromkeys(calls):
        if name is None:
            yield symbol.name if kind is NodeKind.TASK else f"{symbol.name}.__init__"
        else:
            method = definitions[symbol].method(name)
            yield method.title if method is not None else f"{symbol.name}.{name}"
