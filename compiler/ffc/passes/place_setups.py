"""Says which seed each submission gets: a literal, the next of a list, or what the driver counts.

train.set_name("a"), with seed 11        →   train_prepared.options(name="a").remote(11, …)

seeds = iter([11, 12])                       for a node of a loop, one for each pass
for name in ["a", "b"]:
    train_prepared.options(name=name).remote(next(seeds), …)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..ir import Create, Effect, Enter, Fragment, Plain, Program, Symbol, SymbolUse, join, text
from ..ir.literal import literal
from ..ir.schedule import Schedule, Submission
from .hoisting import inserted


def place_setups(program: Program) -> Program:
    if not any(one.setups for schedule in program.schedules for one in schedule.submissions):
        return program
    placing = _Placing(program)
    schedules = tuple(placing.schedule(schedule) for schedule in program.schedules)
    return inserted(replace(program, schedules=schedules), placing.made)


class _Placing:
    """The lists of seeds that are `made`, by the index of the loop in front of which they stand."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self.made: defaultdict[int, list[Plain]] = defaultdict(list)
        self._count = 0

    def schedule(self, schedule: Schedule) -> Schedule:
        submissions = (self._submission(schedule, one) for one in schedule.submissions)
        return replace(schedule, submissions=tuple(submissions))

    def _submission(self, schedule: Schedule, one: Submission) -> Submission:
        if not one.setups:
            return one
        seeds = iter(self._seeds(schedule.run, one))
        setups = [s if s.seeds is None else replace(s, seed=next(seeds)) for s in one.setups]
        after = self._after(schedule) if any(s.state is not None for s in setups) else -1
        return replace(one, setups=tuple(setups), after=max(one.after, after))

    def _after(self, schedule: Schedule) -> int:
        """Where what changes in the driver with each node may do so: in the run.

        Where blocks of the driver make such nodes, those are submitted in the order of the app.
        """
        program = self._program
        counted = {
            one.node for one in schedule.submissions if any(s.state is not None for s in one.setups)
        }
        home = program.within[schedule.statement]
        made = (
            i
            for i, s in enumerate(program.statements)
            if isinstance(s, Create) and s.node in counted
        )
        return schedule.statement - 1 if all(program.within[i] == home for i in made) else -1

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
        program = self._program
        created = next(
            i for i, s in enumerate(program.statements) if isinstance(s, Create) and s.node == node
        )
        outer = program.within[created][0]
        return next(
            i for i, s in enumerate(program.statements) if isinstance(s, Enter) and s.block == outer
        )
