"""FFC514: A step does not get what it needs."""

from __future__ import annotations

from dataclasses import dataclass

from ...source import Span
from ..model import Error


@dataclass(frozen=True)
class MissingParameter(Error):
    """A step does not get what it needs.

    A function needs an argument besides the note, or a class a resource that has no default, and
    `.remote()` does not give it. Nobody can set it when the driver starts.

    Example:

        @gb.remote
        def multiply(note, factor):
            note["n"] *= factor

        product = multiply.bind("out", numbers)

    Give it by keyword: `multiply.remote(factor=3).bind("out", numbers)`.
    """

    code = "FFC514"

    parameter: str
    step: str
    is_resource: bool
    definition: Span

    @property
    def message(self) -> str:
        what = "resource" if self.is_resource else "parameter"
        return f"`{self.step}` needs the {what} `{self.parameter}`, which it does not get"

    @property
    def help(self) -> str:
        if self.is_resource:
            return f"give it what `.remote()` of a resource gives: `{self.parameter}=…`"
        return f"give it by keyword: `{self.parameter}=…`"

    @property
    def related(self) -> tuple[tuple[Span, str], ...]:
        return ((self.definition, "needed here"),)
