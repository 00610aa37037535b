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
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..ir import Effect, Enter, Open, Plain, Program, Symbol
from ..ir.groups import Groups
from ..ir.schedule import Schedule, Submission
from ..slicing import Slice
from ..slicing.roots import starting_flow
from .placement import Placement
from .run_values import run_ends


class Step(enum.IntEnum):
    """What may stand at one place, in the order in which it does."""

    PLAIN = 0
    ENTER = 1
    RUN = 2
    START = 3
    LIMIT = 4
    SUBMIT = 5
    FILL = 6


@dataclass(frozen=True, order=True)
class Item:
    """One piece of `main()`: behind statement `after`; `number` orders submissions.

    It stands in the blocks `within`.
    """

    after: int
    step: Step
    number: int
    run: int = -1
    within: tuple[int, ...] = field(default=(), compare=False)


def order_body(program: Program, kept: Slice, placement: Placement) -> tuple[Item, ...]:
    """The pieces of `main()` in their order."""
    return tuple(sorted(_Order(program, kept, placement).items()))


class _Order:
    def __init__(self, program: Program, kept: Slice, placement: Placement) -> None:
        self._program, self._kept = program, kept
        self._groups = Groups(program)
        self._in_main = sorted(kept.statements - placement.at_module)
        entered = [i for i, s in enumerate(program.statements) if self._is_entered(s)]
        self._entered = entered
        effects = [i for i in self._in_main if self._plain(i).effect is Effect.ANY]
        self._barriers = sorted([*effects, *run_ends(program, kept)])
        self._changing: defaultdict[Symbol, list[int]] = defaultdict(list)
        for index in self._in_main:
            for symbol in self._plain(index).changes:
                self._changing[symbol].append(index)
        self._start = self._starting()

    def _is_entered(self, statement: object) -> bool:
        return isinstance(statement, Enter) and statement.block in self._kept.blocks

    def items(self) -> Iterator[Item]:
        within = self._program.within
        runs = [item for one in self._program.schedules for item in self._run_items(one)]
        made = {item.number: item.after for item in reversed(runs) if item.step is Step.SUBMIT}
        for index in self._in_main:
            behind = [made.get(ref.node, -1) for ref in self._plain(index).code.refs]
            late = max(behind, default=-1)
            if (
                late > index and within[late] == within[index]
            ):  # it fills a variable with what comes later
                yield Item(late, Step.FILL, index, within=within[index])
            else:
                yield Item(index, Step.PLAIN, index, within=within[index])
        for index in self._entered:
            yield Item(index, Step.ENTER, index, within=within[index])
        if self._program.schedules:
            yield Item(self._start, Step.START, 0)
        yield from runs

    def _plain(self, index: int) -> Plain:
        statement = self._program.statements[index]
        assert isinstance(statement, Plain)
        return statement

    def _starting(self) -> int:
        """Ray starts where the first workflow is made, behind the variables that its options name.

        Outside of all blocks, behind the effects that come before.
        """
        opened = next(
            (i for i, s in enumerate(self._program.statements) if isinstance(s, Open)),
            len(self._program.statements),
        )
        group = self._groups.of(opened) if opened < len(self._program.statements) else None
        if group is not None:
            opened = self._groups.extents[group][0]
        flow = starting_flow(self._program)
        named = {s for option in (flow.init if flow else ()) for s in option.value.symbols}
        binding = [i for i in self._in_main if named.intersection(self._plain(i).defines)]
        behind = max(_last(self._barriers, opened), _last(binding, opened))
        return behind if behind < 0 else self._groups.end(behind)

    def _run_items(self, schedule: Schedule) -> Iterator[Item]:
        at = self._program.within[schedule.statement]
        yield Item(schedule.statement, Step.RUN, 0, schedule.run, at)
        after: dict[int, int] = {}
        for submission in schedule.submissions:
            item = self._submission(schedule, submission, after)
            after[submission.node] = item.after
            yield item
        if schedule.limit is not None:
            first = min(after.values())
            outside = at if self._groups.of(first) == self._groups.of(schedule.statement) else ()
            yield Item(self._before(first, outside), Step.LIMIT, 0, schedule.run, outside)

    def _before(self, index: int, within: tuple[int, ...]) -> int:
        """A place for what must come before a statement, outside of the blocks around that."""
        group = self._groups.of(index)
        if within or group is None:
            return index
        return max(self._groups.extents[group][0] - 1, self._start)

    def _submission(
        self, schedule: Schedule, submission: Submission, after: dict[int, int]
    ) -> Item:
        created = self._groups.created[submission.node]
        group, home = self._groups.of(created), self._program.within[created]
        run = self._groups.of(schedule.statement)
        node = submission.node
        if group is not None and group != run:
            named = self._program.within[submission.after] == home
            own = max(created, submission.after) if named else created
            return Item(own, Step.SUBMIT, node, schedule.run, home)
        own = max(submission.after, self._changed(schedule, submission))
        home_group = run if group is None else group  # where it is submitted
        parents = self._parents(node, after)
        own = max([own, *(self._behind(after[p], home_group) for p in parents)])
        barrier = _last(self._barriers, schedule.statement)
        if group is None and run is not None:
            # Each pass of the block runs it anew.
            at = self._program.within[schedule.statement]
            entered = self._groups.enters[at[-1]]
            return Item(max(own, entered, barrier), Step.SUBMIT, node, schedule.run, at)
        if group is None:
            own = max(own, self._start, self._groups.end(barrier) if barrier >= 0 else -1)
        elif barrier > created and self._program.within[barrier] == home:
            own = max(own, barrier)
        return Item(own, Step.SUBMIT, node, schedule.run, home)

    def _parents(self, node: int, after: dict[int, int]) -> list[int]:
        return [parent for parent in self._program.nodes[node].parents if parent in after]

    def _behind(self, index: int, group: int | None) -> int:
        """The same place, or that behind the block which it is in."""
        inner = index >= 0 and self._groups.of(index) != group
        return self._groups.end(index) if inner else index

    def _changed(self, schedule: Schedule, submission: Submission) -> int:
        """The last change of a list or dict that the node gets: it is passed as it is then."""
        passed = {s for a in submission.arguments if not a.computed for s in a.value.symbols}
        changing = [self._changing[symbol] for symbol in passed if symbol in self._changing]
        last = max((_last(found, schedule.statement) for found in changing), default=-1)
        return last if last < 0 else self._groups.end(last)


def _last(indices: Sequence[int], before: int) -> int:
    """The last index before `before`, of those in order; -1, the very beginning, if none."""
    position = bisect_left(indices, before)
    return indices[position - 1] if position else -1
