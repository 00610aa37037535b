"""Whether the nodes of blocks that stay can wait for the effects that come before their run."""

from __future__ import annotations

from collections import Counter

from ..diagnostics import Sink
from ..diagnostics import staging as errors
from ..ir import Enter, Program
from ..ir.groups import Groups
from ..passes.displaced import displaced


def blocks(program: Program, sink: Sink) -> None:
    if not program.within:
        return
    groups = Groups(program)
    counts = Counter(s.node for schedule in program.schedules for s in schedule.submissions)
    for node, count in counts.items():
        own = groups.of(groups.created[node])
        if count > 1 and own is not None:
            sink.report(errors.RunAgain(program.nodes[node].span))
    for group, index in displaced(program, groups):
        last = program.statements[index]
        effect = program.blocks[last.block].span if isinstance(last, Enter) else last.span  # type: ignore[union-attr]
        sink.report(errors.EffectInBetween(program.blocks[group].span, effect))
