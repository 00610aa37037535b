"""FFC508: The value of a parameter is of another type."""

from __future__ import annotations

from dataclasses import dataclass

from ...source import Span
from ..model import Error


@dataclass(frozen=True)
class WrongType(Error):
    """The value of a parameter is of another type.

    `"type"` in `Parameters` says what a parameter is: a `number` (`int` or `float`, not `bool`), a
    `string`, a `boolean`, a `list[...]`, a `dict` or a `function`.

    Example:

        class Add(Step):
            Parameters = {"value": {"type": "number", "default": 20}}

        add = Add.remote(value="3")

    Give a value of the type, or change the `"type"`.
    """

    code = "FFC508"

    parameter: str
    step: str
    wanted: str
    given: str
    declared: Span | None

    @property
    def message(self) -> str:
        where = f"parameter `{self.parameter}` of `{self.step}`"
        return f"{where} is {_a(self.wanted)}, not {self.given}"

    @property
    def help(self) -> str:
        return f'give {_a(self.wanted)}, or change its `"type"`'

    @property
    def related(self) -> tuple[tuple[Span, str], ...]:
        return () if self.declared is None else ((self.declared, "its type"),)


def _a(kind: str) -> str:
    return f"a `{kind}`"
