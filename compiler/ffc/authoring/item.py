"""Items of nodes, and of what steps give."""

from __future__ import annotations

from ffc.authoring.novalue import NoValue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ffc.authoring.reference import Reference


class Item(NoValue):
    """`node[key]`: during the run, that item of the node's value.

    It may be an argument of a node or a leaf of a workflow.
    """

    __slots__ = ("key", "node")

    def __init__(self, node: Reference, key: object) -> None:
        self.node = node
        self.key = key

    def __repr__(self) -> str:
        return f"{self.node!r}[{self.key!r}]"
