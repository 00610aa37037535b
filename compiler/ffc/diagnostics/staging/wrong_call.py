"""FFC214: A call that ffc stages has wrong arguments."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class WrongCall(Error):
    """A call that ffc stages has wrong arguments.

    It is a call of the workflow library, or of a function of the app that makes nodes.

    Example:

        flow = RayWorkflow(leaf)

    Give the arguments that the message names.
    """

    code = "FFC214"

    callee: str
    reason: str
    parameters: tuple[str, ...]

    @property
    def message(self) -> str:
        return f"wrong call of `{self.callee}`: {self.reason}"

    @property
    def help(self) -> str:
        if not self.parameters:
            return ""
        return "its arguments are " + ", ".join(f"`{name}`" for name in self.parameters)
