"""FFC507: A step has no such parameter."""

from __future__ import annotations

from dataclasses import dataclass

from ...source import Span
from ..model import Error
from ..nearest import nearest


@dataclass(frozen=True)
class UnknownParameter(Error):
    """A step has no such parameter.

    What `.remote()` may be given are the parameters in `Parameters` of the class, and the
    arguments of its `__init__`; of a function those behind the note.

    Example:

        class Add(Step):
            Parameters = {"value": {"type": "number", "default": 20}}

        add = Add.remote(valeu=3)

    Use one of the names that the message gives.
    """

    code = "FFC507"

    parameter: str
    step: str
    known: tuple[str, ...]
    definition: Span

    @property
    def message(self) -> str:
        return f"`{self.step}` has no parameter `{self.parameter}`"

    @property
    def help(self) -> str:
        close = nearest(self.parameter, self.known)
        if close is not None:
            return f"did you mean `{close}`?"
        if not self.known:
            return "it has no parameters"
        return "its parameters are " + ", ".join(f"`{name}`" for name in self.known)

    @property
    def related(self) -> tuple[tuple[Span, str], ...]:
        return ((self.definition, "defined here"),)
