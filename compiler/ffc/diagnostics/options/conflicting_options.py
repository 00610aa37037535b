"""FFC305: Options that do not go together."""

from __future__ import annotations

from dataclasses import dataclass

from ...source import Span
from ..model import Error


@dataclass(frozen=True)
class ConflictingOptions(Error):
    """Options that do not go together.

    Each is right on its own, but Ray refuses the two together, or one without the other: only one
    of `pip`, `uv` and `conda` installs packages, `get_if_exists` needs a `name` to look for.

    Example:
        both = {"pip": ["numpy"], "uv": ["scipy"]}
        flow.query("model").set_remote_args({"runtime_env": both})

    Keep one of the two, or add the one that is missing.
    """

    code = "FFC305"

    problem: str
    way_out: str
    other: Span | None = None

    @property
    def message(self) -> str:
        return self.problem

    @property
    def help(self) -> str:
        return self.way_out

    @property
    def related(self) -> tuple[tuple[Span, str], ...]:
        return ((self.other, "the other one"),) if self.other else ()
