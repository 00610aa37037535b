"""FFC503: Something that gives no notes is bound or run."""

from __future__ import annotations

from dataclasses import dataclass

from ...source import Span
from ..model import Error


@dataclass(frozen=True)
class NoNotes(Error):
    """Something that gives no notes is bound or run.

    Notes come from sources, and from steps that are bound: from what `bind` gives, not from the
    step itself, which does not know yet where its own notes come from. Resources and results of
    tasks are given to steps by keyword.

    Example:

        add = Add.remote()
        gb.run(add)

    Bind the step, and use what `bind` gives: `gb.run(add.bind("out", numbers))`.
    """

    code = "FFC503"

    what: str
    user: str
    way: str
    made: Span | None

    @property
    def message(self) -> str:
        return f"`{self.user}` gets {self.what}, which gives no notes"

    @property
    def help(self) -> str:
        return self.way

    @property
    def related(self) -> tuple[tuple[Span, str], ...]:
        return () if self.made is None else ((self.made, "made here"),)
