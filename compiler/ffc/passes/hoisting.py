"""Where variables change, and statements put in to keep what they held."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..ir import Create, Effect, Enter, Fragment, Plain, Program, Statement, Symbol
from ..ir.groups import Groups
from ..ir.schedule import Schedule, Submission


class Changes:
    """Where variables are bound, and where anything may change: indices of statements."""

    def __init__(self, program: Program) -> None:
        self.created: dict[int, int] = {}
        self._program, self._groups = program, Groups(program)
        self._bound: defaultdict[Symbol, list[int]] = defaultdict(list)
        self._changed: defaultdict[Symbol, list[int]] = defaultdict(list)
        self._effects: list[int] = []
        self._wiring: set[int] = set()
        for index, statement in enumerate(program.statements):
            if isinstance(statement, Create):
                self.created[statement.node] = index
            elif isinstance(statement, Enter) and program.is_kept(statement.block):
                for symbol in program.blocks[statement.block].binds:
                    self._bound[symbol].append(index)
            if not isinstance(statement, Plain):
                continue
            # A container that is changed in place is passed as it is at the run, as in Python.
            for symbol in statement.changes:
                self._changed[symbol].append(index)
            for symbol in (*statement.defines, *statement.rebinds):
                self._bound[symbol].append(index)
            if statement.wiring:
                self._wiring.add(index)
            if statement.effect is Effect.ANY:
                self._effects.append(index)

    def submitted(self, schedule: Schedule, submission: Submission) -> int:
        """The last statement behind which the node may be submitted."""
        created = self.created[submission.node]
        if not self._program.within[created]:
            return schedule.statement
        # In a block, it is submitted where the app makes it.
        moved = submission.after > self._groups.end(created)  # the block as a whole has moved
        return created if moved else submission.after

    def binds(self, start: int, end: int, code: Fragment, inside: bool) -> bool:
        """Whether a variable of the code is bound between two statements.

        Inside of a block, what binds variables to refs stands behind the nodes.
        """
        for symbol in code.symbols:
            bound = [i for i in self._bound[symbol] if not (inside and i in self._wiring)]
            if _any_between(bound, start, end):
                return True
        return False

    def holds_refs(self, symbol: Symbol) -> bool:
        """Whether the variable holds refs, at some time."""
        return not self._wiring.isdisjoint(self._bound[symbol])

    def version(self, symbol: Symbol, index: int) -> int:
        """How often the variable has been bound before a statement."""
        return bisect(self._bound[symbol], index)

    def touches(self, start: int, end: int, code: Fragment) -> bool:
        """Whether something between two statements may change what a variable of the code holds."""
        changes = [self._effects, *(self._changed[s] for s in code.symbols)]
        return any(_any_between(indices, start, end) for indices in changes)


def _any_between(indices: list[int], start: int, end: int) -> bool:
    position = bisect(indices, start)
    return position < len(indices) and indices[position] < end


def inserted(program: Program, made: Mapping[int, Sequence[Plain]]) -> Program:
    """The program with statements put in before those at some indices.

    Everything that counts statements is moved on.
    """
    statements: list[Statement] = []
    moved: list[int] = []
    old: list[int] = []
    for index, statement in enumerate(program.statements):
        statements += made.get(index, ())
        moved.append(len(statements))
        statements.append(statement)
        old += [index] * (len(statements) - len(old))
    return replace(
        program,
        statements=tuple(statements),
        paths=tuple(program.paths[index] for index in old),
        within=tuple(program.within[index] for index in old),
        schedules=tuple(_moved(schedule, moved) for schedule in program.schedules),
    )


def _moved(schedule: Schedule, moved: list[int]) -> Schedule:
    submissions = tuple(replace(one, after=moved[one.after]) for one in schedule.submissions)
    return replace(schedule, statement=moved[schedule.statement], submissions=submissions)
