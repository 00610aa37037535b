"""Nodes of one run that have the same name."""

from __future__ import annotations

from ..diagnostics import Sink
from ..diagnostics import graph as errors
from ..diagnostics import storage as storage_errors
from ..ir import NodeKind, Program
from ..ir.groups import Groups


def same_names(program: Program, sink: Sink) -> None:
    groups = Groups(program)
    for schedule in program.schedules:
        found: dict[str, list[int]] = {}
        for submission, name in zip(schedule.submissions, schedule.names, strict=True):
            if name is None or program.nodes[submission.node].role is not None:
                continue
            others = found.setdefault(name, [])
            both = (one for one in others if not _exclude(program, groups, one, submission.node))
            first = next(both, None)
            if first is not None:
                span = program.nodes[submission.node].span
                stored = schedule.stored is not None and _is_task(program, submission.node)
                said = storage_errors.SameResult if stored else errors.SameName
                sink.report(said(span, name, program.nodes[first].span))
            others.append(submission.node)


def _exclude(program: Program, groups: Groups, one: int, other: int) -> bool:
    """Whether the nodes are made in two branches of an `if` of the driver."""
    ways = (program.within[groups.created[node]] for node in (one, other))
    pairs = zip(*ways, strict=False)
    parts = next(((a, b) for a, b in pairs if a != b), None)
    if parts is None or groups.root(parts[0]) != groups.root(parts[1]):
        return False
    first = program.blocks[groups.root(parts[0])].header.parts[0]
    return isinstance(first, str) and first.startswith("if ")


def _is_task(program: Program, node: int) -> bool:
    return program.nodes[node].kind is NodeKind.TASK
