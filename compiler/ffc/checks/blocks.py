"""Whether the nodes of blocks that stay can wait for the effects that come before their run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..diagnostics import Sink
from ..diagnostics import staging as errors
from ..ir import Enter, Plain, Program, Rename
from ..ir.groups import Groups
from ..passes.displaced import displaced
from ..source import Span


def _named_late(program: Program, groups: Groups) -> Iterator[Span]:
    """Names of nodes that are made in a block, with a jump between: not every pass gives them."""
    jumps = [i for i, s in enumerate(program.statements) if isinstance(s, Plain) and s.jumps]
    for index, statement in enumerate(program.statements):
        if isinstance(statement, Rename) and statement.node in groups.created:
            made = groups.created[statement.node]
            inner = program.within[made]
            if inner and any(
                made < at < index and program.within[at][:1] == inner[:1] for at in jumps
            ):
                yield statement.span


def blocks(program: Program, sink: Sink) -> None:
    if not program.within:
        return
    groups = Groups(program)
    counts = Counter(s.node for schedule in program.schedules for s in schedule.submissions)
    for node, count in counts.items():
        own = groups.of(groups.created[node])
        if count > 1 and own is not None and not program.nodes[node].is_lasting:
            sink.report(errors.RunAgain(program.nodes[node].span))
    for span in _named_late(program, groups):
        sink.report(errors.NotStaged(span, "a pass that may have ended before", "a name"))
    for group, index in displaced(program, groups):
        last = program.statements[index]
        effect = program.blocks[last.block].span if isinstance(last, Enter) else last.span  # type: ignore[union-attr]
        sink.report(errors.EffectInBetween(program.blocks[group].span, effect))
