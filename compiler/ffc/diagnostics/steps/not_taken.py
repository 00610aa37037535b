"""FFC513: A step declares a parameter that its `__init__` does not take."""

from __future__ import annotations

from dataclasses import dataclass

from ...source import Span
from ..model import Error
from ..nearest import nearest


@dataclass(frozen=True)
class NotTaken(Error):
    """A step declares a parameter that its `__init__` does not take.

    Each parameter in `Parameters` is given to `__init__` by keyword.

    Example:

        class Add(Step):
            Parameters = {"value": {"type": "number", "default": 20}}

            def __init__(self, amount):
                super().__init__()

    Give `__init__` an argument of that name, or take the parameter out.
    """

    code = "FFC513"

    parameter: str
    step: str
    taken: tuple[str, ...]
    init: Span

    @property
    def message(self) -> str:
        of = f"`Parameters` of `{self.step}`"
        return f"{of} has `{self.parameter}`, which its `__init__` does not take"

    @property
    def help(self) -> str:
        close = nearest(self.parameter, self.taken)
        if close is not None:
            return f"did you mean `{close}`?"
        return f"give `__init__` an argument `{self.parameter}`, or take the parameter out"

    @property
    def related(self) -> tuple[tuple[Span, str], ...]:
        return ((self.init, "takes other arguments"),)
