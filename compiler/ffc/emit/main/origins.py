"""Where the lines of `main()` come from in the app."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ...ir import Plain, Program
from ..outlining.line import OURS
from .item import Item, Step


@dataclass(frozen=True)
class Origins:
    """`created` are the statements that make nodes, `uses` those that use the value of a run."""

    program: Program
    created: Mapping[int, int]
    uses: Mapping[int, list[int]]

    def place(self, item: Item) -> int:
        """The statement of the app that an item comes from."""
        return self.created[item.number] if item.step is Step.SUBMIT else item.after

    def call(self, item: Item) -> tuple[int | None, bool]:
        """The call of a function that an item comes from, and whether a pass made it."""
        match item.step:
            case Step.SUBMIT:
                return self.program.nodes[item.number].call, False
            case Step.PLAIN | Step.FILL:
                statement = self.program.statements[item.number]
                assert isinstance(statement, Plain)
                return statement.call, statement.order == 0
        return OURS, False

    def takes(self, run: int, here: int) -> bool:
        """Whether a statement has the value of a run: the wait in front of it is a part of it."""
        return here in self.uses.get(run, ())

    def gap(self, behind: int, here: int) -> bool:
        """Whether the app has a blank line there, above what was left out included."""
        passed = range(behind + 1, here + 1) if behind < here else (here,)
        return any(getattr(self.program.statements[index], "gap", False) for index in passed)
