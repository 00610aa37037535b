"""FFC203: A condition depends on a node."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class TruthOfNode(Error):
    """A condition depends on a node.

    A node is a call that has not run yet: whether its value is true is not known while the graph is
    being made.

    Example:

        if load("a"):
            model = train()

    Decide inside a task, or run a first workflow and decide on its result.
    """

    code = "FFC203"

    what: str

    @property
    def message(self) -> str:
        return f"the truth of {self.what}, which has no value before the run"

    @property
    def help(self) -> str:
        return "decide inside a task, or on the result of an earlier run"
