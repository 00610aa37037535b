"""FFC501: A step has no such output."""

from __future__ import annotations

from dataclasses import dataclass

from ...source import Span
from ..model import Error
from ..nearest import nearest


@dataclass(frozen=True)
class UnknownOutput(Error):
    """A step has no such output.

    The outputs of a step are those in `Outputs` of its class, `["out"]` where it has none of its
    own. `bind` names outputs of the steps that notes come from; `route` and `load` name those of
    their own class.

    Example:

        class Sort(Step):
            Outputs = ["small", "large"]

        big = Show.remote().bind("lrage", sorted_notes)

    Name one of its outputs, or put the name into `Outputs`.
    """

    code = "FFC501"

    output: str
    step: str
    outputs: tuple[str, ...]
    declared: Span | None

    @property
    def message(self) -> str:
        return f"`{self.step}` has no output `{self.output}`"

    @property
    def help(self) -> str:
        close = nearest(self.output, self.outputs)
        if close is not None:
            return f"did you mean `{close}`?"
        if not self.outputs:
            return "it has no outputs at all: put the name into its `Outputs`"
        known = ", ".join(f"`{name}`" for name in self.outputs)
        return f"its outputs are {known}" if len(self.outputs) > 1 else f"its output is {known}"

    @property
    def related(self) -> tuple[tuple[Span, str], ...]:
        return () if self.declared is None else ((self.declared, "its outputs"),)
