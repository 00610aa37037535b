"""FFC502: `bind` takes pairs of an output and a node."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class WrongPairs(Error):
    """`bind` takes pairs of an output and a node.

    A node may have several outputs, so each node stands behind the name of the output whose notes
    the step is to get.

    Example:

        out = add.bind(tensors)

    Give the name, then the node: `add.bind("out", tensors)`.
    """

    code = "FFC502"

    reason: str
    way: str

    @property
    def message(self) -> str:
        return f"`bind` takes pairs of an output and a node: {self.reason}"

    @property
    def help(self) -> str:
        return self.way
