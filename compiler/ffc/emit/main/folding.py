"""Calls that stand in the statement which takes their refs, in the place of names.

fit_ref = fit.remote(data)
models.append(fit_ref)              →       models.append(fit.remote(data))
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ...ir import Fragment, Plain, Program, Ref, RefUse, Symbol, SymbolUse
from ...ir.schedule import Returning
from ..name_table import NameTable
from ..run_values import run_of
from ..submit import Submitter
from .item import Item, Step
from .origins import Origins

_REPEATS = re.compile(r"\b(for|lambda)\b")


@dataclass(frozen=True)
class Folding:
    """Calls that stand for the names of refs in a statement, and the lines around it."""

    calls: Mapping[str, str] = field(default_factory=dict)
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


NOTHING = Folding()


@dataclass(frozen=True)
class Folder:
    """Finds such calls.

    `uses` says how many lines name a ref; the `listed` nodes of each run go into `pending`. What
    functions that stay `apart` make is not written into lines of those that call them.
    """

    program: Program
    names: NameTable
    origins: Origins
    submitters: Sequence[Submitter]
    uses: Mapping[str, int]
    listed: Sequence[frozenset[int]]
    apart: frozenset[Symbol]

    def wanted(self, item: Item) -> list[Ref]:
        """The refs that a statement of the wiring names."""
        if item.step not in (Step.PLAIN, Step.FILL):
            return []
        statement = self.program.statements[item.number]
        assert isinstance(statement, Plain)
        return [*statement.code.refs] if statement.wiring else []

    def folded(self, made: Sequence[Item], behind: Item, refs: Sequence[Ref]) -> Folding | None:
        """The calls that can be written in the statement behind them.

        They make all the `refs` that it names, in their order, and it is the only use of each.
        """
        if [*refs] != [Ref(item.number) for item in made if item.step is Step.SUBMIT]:
            return None
        if self._repeats(behind) or any(self._is_apart(item, behind) for item in made):
            return None
        calls = [self._call(item, behind) for item in made]
        found = [call for call in calls if call is not None]
        above = tuple(line for call in found for line in call.above)
        if len(found) < len(calls) or (above and len(found) > 1):
            return None
        given = {name: code for call in found for name, code in call.calls.items()}
        return Folding(given, above, tuple(line for call in found for line in call.below))

    def _is_apart(self, made: Item, behind: Item) -> bool:
        """Whether a function that stays one makes a node, and another one takes it."""
        call, taker = self.origins.call(made)[0], self.origins.call(behind)[0]
        while call is not None and call != taker and made.step is Step.SUBMIT:
            if self.program.calls[call].function in self.apart:
                return True
            call = self.program.calls[call].outer
        return False

    def _repeats(self, item: Item) -> bool:
        """Whether a part of the statement is evaluated several times, or never."""
        statement = self.program.statements[item.number]
        code = statement.code.parts if isinstance(statement, Plain) else ()
        return any(isinstance(part, str) and _REPEATS.search(part) for part in code)

    def _call(self, item: Item, behind: Item) -> Folding | None:
        """The call that could stand for the name of a ref, with the lines around."""
        submission = self.program.schedules[item.run].by_node[item.number]
        if submission.returns.how is not Returning.WHOLE or item.within != behind.within:
            return None
        name = self.names.refs[item.run, item.number, None]
        if self.uses[name] != 1:
            return None
        if run_of(self.program, item.number, behind.number) != item.run:
            return None
        *above, line = self.submitters[item.run].lines(submission)
        below: tuple[str, ...] = ()
        if item.number in self.listed[item.run]:
            variable = self._variable(behind)
            if variable is None or not above:
                return None
            *above, line = above
            below = (f"{self.names.own['pending']}.append({variable})",)
        if not line.startswith(f"{name} = ") or "  #" in line:
            return None
        return Folding({name: line.removeprefix(f"{name} = ")}, tuple(above), below)

    def _variable(self, item: Item) -> str | None:
        """The variable that gets a ref there, if that is all that is done."""
        match self.program.statements[item.number]:
            case Plain(code=Fragment((SymbolUse(symbol), " = ", RefUse(), "\n"))):
                return self.names.symbols[symbol]
        return None
