"""FFC404: A node's call does not fit its function."""

from __future__ import annotations

from dataclasses import dataclass

from ...source import Span
from ..model import Error


@dataclass(frozen=True)
class WrongArguments(Error):
    """A node's call does not fit its function.

    The call would fail when the node runs, on a worker; the arguments are looked at before that.

    Example:

        @task
        def add(a, b): ...

        total = add(1, 2, 3)

    Call it with the arguments that it takes.
    """

    code = "FFC404"

    callee: str
    reason: str
    parameters: tuple[str, ...]
    definition: Span

    @property
    def message(self) -> str:
        return f"wrong call of `{self.callee}`: {self.reason}"

    @property
    def help(self) -> str:
        if not self.parameters:
            return "it takes no arguments"
        return "its arguments are " + ", ".join(f"`{name}`" for name in self.parameters)

    @property
    def related(self) -> tuple[tuple[Span, str], ...]:
        return ((self.definition, "defined here"),)
