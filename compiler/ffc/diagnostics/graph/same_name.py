"""FFC403: Two nodes of a run have one name."""

from __future__ import annotations

from dataclasses import dataclass

from ...source import Span
from ..model import Warning_


@dataclass(frozen=True)
class SameName(Warning_):
    """Two nodes of a run have one name.

    Queries find both, and a storage could not tell their results apart.

    Example:

        a = load("a").set_name("data")
        b = load("b").set_name("data")

    Give each node a name of its own.
    """

    code = "FFC403"

    name: str
    first: Span

    @property
    def message(self) -> str:
        return f"two nodes of one run are called `{self.name}`"

    @property
    def help(self) -> str:
        return "give each a name of its own"

    @property
    def related(self) -> tuple[tuple[Span, str], ...]:
        return ((self.first, "the first one"),)
