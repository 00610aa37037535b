"""FFC505: One step is bound twice."""

from __future__ import annotations

from dataclasses import dataclass

from ...source import Span
from ..model import Error


@dataclass(frozen=True)
class BoundTwice(Error):
    """One step is bound twice.

    A step is one actor with one life: it starts, gets all of its notes and ends. It cannot do that
    for two graphs.

    Example:

        add = Add.remote()
        first = add.bind("out", numbers)
        second = add.bind("out", others)

    Make a step for each, `Add.remote()`, or bind all that it gets at once:
    `add.bind("out", numbers, "out", others)`.
    """

    code = "FFC505"

    step: str
    made: Span
    before: Span | None

    @property
    def message(self) -> str:
        if self.before is None:
            return f"the step `{self.step}`, made outside of the loop, is bound in each pass"
        return f"the step `{self.step}` is bound twice"

    @property
    def help(self) -> str:
        if self.before is None:
            return f"make a step in each pass: `{self.step}.remote()`"
        return (
            f"make another step with `{self.step}.remote()`, "
            "or give all pairs to one `bind`: its notes come in one after another"
        )

    @property
    def related(self) -> tuple[tuple[Span, str], ...]:
        before = () if self.before is None else ((self.before, "bound here before"),)
        return ((self.made, "made here"), *before)
