"""Says which seed each submission gets: a literal, the next of a list, or what the driver counts.

train.set_name("a"), with seed 11        →   train_prepared.options(name="a").remote(11, …)

seeds = iter([11, 12])                       for a node of a loop, one for each pass
for name in ["a", "b"]:
    train_prepared.options(name=name).remote(next(seeds), …)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..ir import Effect, Fragment, Plain, Program, Setup, Symbol, SymbolUse, join, text
from ..ir.groups import Groups
from ..ir.literal import literal
from ..ir.schedule import Schedule, Submission
from .hoisting import inserted


def place_setups(program: Program) -> Program:
    if not any(one.setups for schedule in program.schedules for one in schedule.submissions):
        return program
    placing = _Placing(program)
    schedules = tuple(placing.schedule(schedule) for schedule in program.schedules)
    return inserted(replace(program, schedules=schedules), placing.made)


def _counts(setups: Iterable[Setup]) -> bool:
    """Whether something changes in the driver with the node."""
    return any(setup.state is not None for setup in setups)


class _Placing:
    """The lists of seeds that are `made`, by the index of the loop in front of which they stand."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.made: defaultdict[int, list[Plain]] = defaultdict(list)
        self._count = 0
        self._groups = Groups(program)

    def schedule(self, schedule: Schedule) -> Schedule:
        last: dict[int, int] = {}  # the last such node that each block of the driver makes
        for one in schedule.submissions:
            group = self._groups.of(self._groups.created[one.node])
            if group is not None and _counts(one.setups):
                last[group] = one.node
        submissions = (self._submission(schedule, one, last) for one in schedule.submissions)
        return replace(schedule, submissions=tuple(submissions))

    def _submission(
        self, schedule: Schedule, one: Submission, last: Mapping[int, int]
    ) -> Submission:
        if not one.setups:
            return one
        seeds = iter(self._seeds(schedule.run, one))
        setups = [s if s.seeds is None else replace(s, seed=next(seeds)) for s in one.setups]
        after = self._after(schedule, one.node, last) if _counts(setups) else -1
        return replace(one, setups=tuple(setups), after=max(one.after, after))

    def _after(self, schedule: Schedule, node: int, last: Mapping[int, int]) -> int:
        """Where what changes in the driver with a node may do so: in the run, in the order."""
        home = self._program.within[schedule.statement]
        if self._program.within[self._groups.created[node]] != home:
            return -1  # a block makes it
        after = schedule.statement - 1
        for group, other in last.items():
            if other > node:  # it comes before what the block makes
                inside = group == self._groups.of(schedule.statement)
                after = min(after, -1 if inside else self._groups.extents[group][0] - 1)
        return after

    def _seeds(self, run: int, one: Submission) -> Iterator[Fragment]:
        """The code for the seeds of a node, in their order."""
        node = self._program.nodes[one.node]
        rows = next((found.rows for found in node.seeds if found.run == run), ())
        for position, seeds in enumerate(s.seeds for s in one.setups if s.seeds is not None):
            column = [row[position] for row in rows]
            if seeds.numbers is None:
                yield join(text("next("), SymbolUse(seeds.state), text(")"))
            elif len(column) == 1:
                yield text(literal(column[0]) or "")
            else:
                yield self._listed(one.node, column)

    def _listed(self, node: int, column: Sequence[object]) -> Fragment:
        """The next of the seeds that a list in front of the loop has."""
        symbol = Symbol("seeds", scope=-97, version=self._count)
        self._count += 1
        code = join(SymbolUse(symbol), text(f" = iter({literal(list(column))})\n"))
        span = self._program.nodes[node].span
        made = Plain(code, (symbol,), (), (), Effect.NONE, span, order=0)
        self.made[self._above(node)].append(made)
        return join(text("next("), SymbolUse(symbol), text(")"))

    def _above(self, node: int) -> int:
        """The index of the outermost block around a node."""
        return self._groups.enters[self._program.within[self._groups.created[node]][0]]
