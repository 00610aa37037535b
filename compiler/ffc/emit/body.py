"""The order of what `main()` does.

Nodes are submitted where the app makes them, unless a statement with an effect comes between that
and their run: a task may read the file that such a statement writes, and in the app no task runs
before `run()`. Then the nodes stand right behind it.

    a = load("a")             write_file()
    write_file()        →     a = load.remote("a")
    flow.run()
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from ..ir import Effect, Open, Plain, Program
from ..ir.schedule import Schedule, Submission
from ..slicing import Slice
from ..slicing.roots import starting_flow
from .placement import Placement
from .run_values import run_ends


class Step(enum.IntEnum):
    """What may stand at one place, in the order in which it does."""

    PLAIN = 0
    RUN = 1
    START = 2
    LIMIT = 3
    SUBMIT = 4


@dataclass(frozen=True, order=True)
class Item:
    """One piece of `main()`: behind statement `after`; `number` orders submissions."""

    after: int
    step: Step
    number: int
    run: int = -1


def order_body(program: Program, kept: Slice, placement: Placement) -> tuple[Item, ...]:
    """The pieces of `main()` in their order."""
    in_main = sorted(kept.statements - placement.at_module)
    items = [Item(index, Step.PLAIN, index) for index in in_main]
    barriers = [i for i in in_main if _plain(program, i).effect is Effect.ANY]
    barriers += run_ends(program, kept)
    start = _start(program, in_main, barriers)
    if program.schedules:
        items.append(Item(start, Step.START, 0))
    changing = [i for i in in_main if _plain(program, i).changes]
    for schedule in program.schedules:
        items += _run_items(program, schedule, changing, barriers, start)
    return tuple(sorted(items))


def _plain(program: Program, index: int) -> Plain:
    statement = program.statements[index]
    assert isinstance(statement, Plain)
    return statement


def _last(indices: list[int], before: int) -> int:
    """The last of the indices that comes before `before`; -1, the very beginning, if none."""
    return max((i for i in indices if i < before), default=-1)


def _start(program: Program, in_main: list[int], barriers: list[int]) -> int:
    """Ray starts where the first workflow is made, behind the variables that its options name."""
    opened = next(
        (i for i, s in enumerate(program.statements) if isinstance(s, Open)),
        len(program.statements),
    )
    flow = starting_flow(program)
    named = {s for option in (flow.init if flow else ()) for s in option.value.symbols}
    binding = [i for i in in_main if named.intersection(_plain(program, i).defines)]
    return max(_last(barriers, opened), _last(binding, opened))


def _changed(
    program: Program, changing: list[int], schedule: Schedule, submission: Submission
) -> int:
    """The last change of a list or dict that the node gets: it is passed as it is at the run."""
    passed = {s for a in submission.arguments if not a.computed for s in a.value.symbols}
    if not passed:
        return -1
    found = (i for i in changing if passed.intersection(_plain(program, i).changes))
    return _last(list(found), schedule.statement)


def _run_items(
    program: Program, schedule: Schedule, changing: list[int], barriers: list[int], start: int
) -> list[Item]:
    barrier = max(_last(barriers, schedule.statement), start)
    items = [Item(schedule.statement, Step.RUN, 0, schedule.run)]
    after: dict[int, int] = {}
    for submission in schedule.submissions:
        own = max(barrier, submission.after, _changed(program, changing, schedule, submission))
        parents = program.nodes[submission.node].parents
        after[submission.node] = max([own, *(after[p] for p in parents if p in after)])
        items.append(Item(after[submission.node], Step.SUBMIT, submission.node, schedule.run))
    if schedule.limit is not None:
        items.append(Item(min(after.values()), Step.LIMIT, 0, schedule.run))
    return items
