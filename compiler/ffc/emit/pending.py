"""The refs in the list `pending`: those of nodes that blocks make, and those that nobody names.

    mailer.add("Summary", text)                 pending = []
    sent = mailer.send()                →       pending.append(mailer.add.remote("Summary", text))
                                                sent = mailer.send.remote()
                                                wait_for(*pending)

No such node has a name, nor is one in the line that waits: one more is one more line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from ..ir import BlockKind, Enter, NodeKind, Plain, Program
from ..ir.groups import Groups
from ..ir.schedule import Returning, Schedule
from ..slicing import Slice
from .run_values import run_uses, unfetched


def pending(program: Program, kept: Slice) -> list[frozenset[int]]:
    """For each run, the nodes whose refs go into the list."""
    uses, created = run_uses(program, kept), Groups(program).created
    filled = frozenset(_filled(program, kept))
    found = []
    for schedule in program.schedules:
        at = program.within[schedule.statement]
        waited = unfetched(program, schedule, uses)
        homes = {node: program.within[created[node]] for node in waited}
        many = [node for node in waited if homes[node] != at[: len(homes[node])]]
        turn = pass_around(program, at)
        beside = [node for node in waited if node not in many and is_in(homes[node], turn)]
        if not all(is_in(homes[node], turn) for node in many):
            beside = []  # the list is made outside: a pass would wait for those before it
        found.append(frozenset([*many, *_from_unnamed(program, schedule, beside, filled)]))
    return found


def pass_around(program: Program, within: tuple[int, ...]) -> tuple[int, ...]:
    """The innermost loop of these blocks, and those around it."""
    loops = [i for i, b in enumerate(within) if program.blocks[b].kind is BlockKind.LOOP]
    return within[: loops[-1] + 1] if loops else ()


def is_in(within: tuple[int, ...], blocks: tuple[int, ...]) -> bool:
    """Whether what stands in the blocks `within` is inside of these."""
    return within[: len(blocks)] == blocks


def _from_unnamed(
    program: Program, schedule: Schedule, waited: Sequence[int], filled: frozenset[int]
) -> Sequence[int]:
    """The nodes from the first that nothing names to the last: errors are raised in their order."""
    tasks = [node for node in waited if program.nodes[node].kind is not NodeKind.ACTOR]
    unnamed = _unnamed(program, schedule, filled).intersection(tasks)
    places = [place for place, node in enumerate(tasks) if node in unnamed]
    return tasks[places[0] : places[-1] + 1] if places else ()


def unnamed_refs(program: Program, kept: Slice) -> frozenset[tuple[int, int]]:
    """The nodes in the list that need no variables, each with its run."""
    filled = frozenset(_filled(program, kept))
    listed = pending(program, kept)
    found = partial(_unnamed, program, filled=filled)
    return frozenset((s.run, n) for s in program.schedules for n in listed[s.run] & found(s))


def _unnamed(program: Program, schedule: Schedule, filled: frozenset[int]) -> frozenset[int]:
    """The nodes of a run that are no leaves, and that nothing takes."""
    flow = program.flows[schedule.flow]
    named = {*filled, *flow.held, *(ref.node for ref in flow.leaves)}
    for submission in schedule.submissions:
        named.update(ref.node for one in submission.arguments for ref in one.value.refs)
    return frozenset(
        submission.node
        for submission in schedule.submissions
        if submission.returns.how is Returning.WHOLE
        and program.nodes[submission.node].role is None
        and program.nodes[submission.node].kind is not NodeKind.ACTOR
        and submission.node not in named
    )


def _filled(program: Program, kept: Slice) -> Iterator[int]:
    """The nodes whose refs statements of the driver name."""
    for index, statement in enumerate(program.statements):
        if isinstance(statement, Plain) and index in kept.statements:
            yield from (ref.node for ref in statement.code.refs)
        elif isinstance(statement, Enter) and statement.block in kept.blocks:
            yield from (ref.node for ref in program.blocks[statement.block].header.refs)


def begins_anew(program: Program, listed: Sequence[frozenset[int]]) -> frozenset[int]:
    """The runs whose list is made in front of their nodes: one before may have had another.

    That of the first is made where Ray is started, if no block runs it.
    """
    runs = [schedule for schedule in program.schedules if listed[schedule.run]]
    in_front = [s.run for s in runs[:1] if not program.within[s.statement]]
    return frozenset(s.run for s in runs if s.run not in in_front)
