"""FFC511: `Parameters` or `Outputs` of a step are not what they should be."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class BadDeclaration(Error):
    """`Parameters` or `Outputs` of a step are not what they should be.

    `Outputs` is a list of names. `Parameters` is a dict: the name of each parameter, and a dict
    with its `"type"` and, if it has one, its `"default"`.

    Example:

        class Sort(Step):
            Outputs = "small"
            Parameters = {"limit": 10}

    Write `Outputs = ["small"]` and `{"limit": {"type": "number", "default": 10}}`.
    """

    code = "FFC511"

    attribute: str
    step: str
    reason: str
    way: str

    @property
    def message(self) -> str:
        return f"`{self.attribute}` of `{self.step}` {self.reason}"

    @property
    def help(self) -> str:
        return self.way
