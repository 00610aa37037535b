"""Keeps a name, a pattern or an option as it was, if its variables are bound again before the run.

    node.set_name(f"{kind} model")          name = f"{kind} model"
    kind = "other"                    →     kind = "other"
    flow.run()                              node = train.options(name=name).remote()

Nodes get names and options where they are submitted; the app has worked them out by then.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace

from ..ir import (
    Configure,
    Effect,
    Equip,
    Fragment,
    Option,
    Plain,
    Program,
    Rename,
    Symbol,
    SymbolUse,
    join,
    text,
)
from ..ir.literal import literal
from ..ir.schedule import Schedule, Submission
from .hoisting import Changes, inserted


def hoist_names(program: Program) -> Program:
    hoisting = _Hoisting(program, Changes(program))
    schedules = tuple(hoisting.schedule(schedule) for schedule in program.schedules)
    if not hoisting.made:
        return program
    return inserted(replace(program, schedules=schedules), hoisting.made)


@dataclass
class _Hoisting:
    """The statements that are `made`, by the index of the one in front of which they stand."""

    program: Program
    changes: Changes
    made: defaultdict[int, list[Plain]] = field(default_factory=lambda: defaultdict(list))
    known: dict[tuple[int, Fragment], Fragment] = field(default_factory=dict)

    def schedule(self, schedule: Schedule) -> Schedule:
        names: dict[int, int] = {}
        setups: dict[int, int] = {}
        options: dict[int, int] = {}  # by the identity of what a query gives
        for index, statement in enumerate(self.program.statements[: schedule.statement]):
            if isinstance(statement, Rename):
                names[statement.node] = index
            elif isinstance(statement, Equip):
                setups.update(dict.fromkeys(statement.nodes, index))
            elif isinstance(statement, Configure):
                options[id(statement.options)] = index
        submissions = []
        for one in schedule.submissions:
            until = self.changes.submitted(schedule, one)
            named = self._submission(one, names.get(one.node, 0), options, until)
            submissions.append(self._with_setups(named, setups.get(one.node, 0), until))
        return replace(schedule, submissions=tuple(submissions))

    def _submission(
        self, one: Submission, named: int, options: dict[int, int], until: int
    ) -> Submission:
        if one.name is None and not one.options and not one.queries:
            return one

        def kept(given: tuple[Option, ...]) -> tuple[Option, ...]:
            if not given:
                return given
            at = options[id(given)]
            return tuple(self._option(one.node, option, at, until) for option in given)

        name = one.name
        if name is not None and any(name.symbols):
            name = self._code(one.node, "name", name, named, until)
        queries = tuple(
            (self._code(one.node, "pattern", pattern, options[id(given)], until), kept(given))
            for pattern, given in one.queries
        )
        return replace(one, name=name, options=kept(one.options), queries=queries)

    def _with_setups(self, one: Submission, at: int, until: int) -> Submission:
        if not one.setups:
            return one
        setups = (
            replace(s, function=self._code(one.node, "plugin", s.function, at, until))
            for s in one.setups
        )
        return replace(one, setups=tuple(setups))

    def _option(self, node: int, option: Option, at: int, until: int) -> Option:
        if literal(option.known) is not None:  # it is written, if its variables are bound again
            return option
        return replace(option, value=self._code(node, option.name, option.value, at, until))

    def _code(self, node: int, name: str, code: Fragment, at: int, until: int) -> Fragment:
        """The code, or a variable that keeps what it is at statement `at`."""
        inside = bool(self.program.within[self.changes.created[node]])
        if not self.changes.binds(at, until, code, inside):
            return code
        if (at, code) not in self.known:
            symbol = Symbol(name, scope=-99, version=len(self.known))
            line = join(SymbolUse(symbol), text(" = "), code, text("\n"))
            span = self.program.statements[at].span  # type: ignore[union-attr]
            made = Plain(line, (symbol,), tuple(code.symbols), (), Effect.NONE, span, order=0)
            self.made[at].append(made)
            self.known[at, code] = join(SymbolUse(symbol))
        return self.known[at, code]
