"""FFC514: A step does not get what it needs."""

from __future__ import annotations

from dataclasses import dataclass

from ...source import Span
from ..model import Error


@dataclass(frozen=True)
class MissingParameter(Error):
    """A step does not get what it needs.

    `__init__` needs an argument that `.remote()` does not give, and `Parameters` does not have, so
    that nobody can set it when the driver starts. The same holds for a resource without a default.

    Example:

        class Add(Step):
            def __init__(self, value):
                super().__init__()

        add = Add.remote()

    Give it by keyword, or declare it in `Parameters`.
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
