"""FFC206: Wiring depends on a condition that only the run decides."""

from __future__ import annotations

from dataclasses import dataclass

from ...source import Span
from ..model import Error


@dataclass(frozen=True)
class ResidualCondition(Error):
    """Wiring depends on a condition that only the run decides.

    The condition needs a value that is known when the driver runs: an environment variable, an
    argument, a result. The graph is made when the app is compiled.

    Example:

        if os.environ.get("FAST"):
            model = train_fast()

    Give the value to a task and decide there, or compile one app for each case.
    """

    code = "FFC206"

    wiring: Span

    @property
    def message(self) -> str:
        return "nodes depend on a condition that is not known when the app is compiled"

    @property
    def label(self) -> str:
        return "known when the driver runs"

    @property
    def help(self) -> str:
        return "give the value to a task and decide there"

    @property
    def related(self) -> tuple[tuple[Span, str], ...]:
        return ((self.wiring, "the wiring that depends on it"),)
