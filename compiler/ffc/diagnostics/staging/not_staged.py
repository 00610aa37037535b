"""FFC205: Wiring stands in a construct that is not staged."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class NotStaged(Error):
    """Wiring stands in a construct that is not staged.

    Nodes, workflows and runs are made by straight-line statements, and by functions of such
    statements that are called from there.

    Example:

        models = [train(rate) for rate in (0.1, 1.0)]

    Write the calls out, one after another.
    """

    code = "FFC205"

    construct: str
    what: str

    @property
    def message(self) -> str:
        return f"{self.what} in {self.construct}: ffc does not stage this yet"

    @property
    def help(self) -> str:
        return "write it as statements one after another, or move it into a task"
