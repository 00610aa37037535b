"""FFC509: A resource where a value is wanted, or the reverse."""

from __future__ import annotations

from dataclasses import dataclass

from ...source import Span
from ..model import Error


@dataclass(frozen=True)
class ResourceOrValue(Error):
    """A resource where a value is wanted, or the reverse.

    A parameter whose `"type"` is `"resource"` gets what `.remote()` of a class derived from
    `Resource` gives. All others have values of their own, which can be changed when the driver
    starts.

    Example:

        class Add(Step):
            Parameters = {"value": {"type": "number"}}

        add = Add.remote(value=NumberOfTheDay.remote())

    Give what the parameter wants, or change its `"type"`.
    """

    code = "FFC509"

    parameter: str
    step: str
    wanted: str
    given: str
    declared: Span | None

    @property
    def message(self) -> str:
        where = f"parameter `{self.parameter}` of `{self.step}`"
        return f"{where} is a `{self.wanted}`, not {self.given}"

    @property
    def help(self) -> str:
        if self.wanted == "resource":
            return "give it what `.remote()` of a class derived from `Resource` gives"
        return 'give the value itself, or declare the parameter as `"type": "resource"`'

    @property
    def related(self) -> tuple[tuple[Span, str], ...]:
        return () if self.declared is None else ((self.declared, "its type"),)
