"""FFC651: Two nodes whose results are stored have one name."""

from __future__ import annotations

from dataclasses import dataclass

from ...source import Span
from ..model import Error


@dataclass(frozen=True)
class SameResult(Error):
    """Two nodes whose results are stored have one name.

    A result is stored under the name of its node: that of one would take the place of the other's.

    Example:

        a = load("a").set_name("data")
        b = load("b").set_name("data")
        flow = RayWorkflow(a, b, workflow_name="files")
        flow.set_storage(storage)

    Give each node a name of its own.
    """

    code = "FFC651"

    name: str
    first: Span

    @property
    def message(self) -> str:
        return f"the results of two nodes are to be stored as `{self.name}`"

    @property
    def help(self) -> str:
        return "give each a name of its own"

    @property
    def related(self) -> tuple[tuple[Span, str], ...]:
        return ((self.first, "the first one"),)
