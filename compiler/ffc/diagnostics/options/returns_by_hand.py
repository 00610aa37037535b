"""FFC310: `num_returns` that ffc cannot honour."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class ReturnsByHand(Error):
    """`num_returns` that ffc cannot honour.

    ffc works out how many values a node returns from how its result is used: `a, b = node` is two
    returns. A node whose number of returns is not fixed, or that returns nothing, has no place in
    the graph.

    Example:
        flow.query("chunks").set_remote_args({"num_returns": "streaming"})

    Leave the option out.
    """

    code = "FFC310"

    given: str

    @property
    def message(self) -> str:
        return f"`num_returns={self.given}` cannot be honoured"

    @property
    def notes(self) -> tuple[str, ...]:
        return ("ffc works out the returns of a node from how its result is used",)

    @property
    def help(self) -> str:
        return "leave `num_returns` out"
