"""Runs in loops of the driver that would run nodes of earlier passes again.

for path in paths:
    nodes.append(load(path))
    RayWorkflow(*nodes, …).run()        in the app, each run runs all nodes that are there by then
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..diagnostics import Sink
from ..diagnostics import staging as errors
from ..ir import BlockKind, Create, Open, Plain, Program, Run, Symbol
from ..ir.graph import run_by
from ..passes.pieces import needs, pieces, read_first
from ..source import Span


def carried_nodes(program: Program, sink: Sink) -> None:
    """Reports nodes that a later pass of the loop in which they are made would run again."""
    found = (span for index, s in enumerate(program.statements) for span in _again(program, index))
    for span in dict.fromkeys(found) if program.within else ():
        sink.report(errors.RunAgain(span))


def _again(program: Program, index: int) -> Iterator[Span]:
    run = program.statements[index]
    for block in program.within[index] if isinstance(run, Run) else ():
        if program.blocks[block].kind is not BlockKind.LOOP:
            continue
        inside = [i for i, around in enumerate(program.within) if block in around]
        carried = _carried(program, inside)
        statements = [program.statements[i] for i in inside]
        made = {s.node for s in statements if isinstance(s, Create)}
        assert isinstance(run, Run)
        flow = program.flows[run.flow]
        running = made.intersection(run_by(flow, program.nodes, flow.held))
        running = {node for node in running if not program.nodes[node].is_lasting}
        of_run = [
            one
            for one in statements
            if (isinstance(one, Open) and one.flow == run.flow)
            or (isinstance(one, Create) and one.node in running)
        ]
        if running and any(not carried.isdisjoint(needs(program, one)) for one in of_run):
            yield from (program.nodes[node].span for node in sorted(running)[:1])


def _carried(program: Program, inside: Sequence[int]) -> set[Symbol]:
    """The variables that may hold nodes of an earlier pass, and those that get them from these."""
    filling = [one for i in inside if isinstance(one := program.statements[i], Plain)]
    bound = {s for one in filling if one.wiring for s in (*one.defines, *one.changes)}
    first, last = inside[0], inside[-1]
    found = bound & read_first(program, pieces(program, first, last))
    grown = True
    while grown:
        more = {
            s
            for one in filling
            if one.wiring and not found.isdisjoint(one.uses)
            for s in (*one.defines, *one.changes)
        }
        grown = not more <= found
        found |= more
    return found
