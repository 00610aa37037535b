"""Code that asks for names of nodes, as it is in the driver: `names[node]` for `node.name`."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

import libcst as cst

from ...frontend.fragments import Meant, fragment
from ...frontend.names import NameUse
from ...ir import Fragment
from ..frame import Frame
from ..record import NAMES, Asked

_LOOKED_UP: Final = "_names_of_nodes"  # stands for the variable in the app's own code


def source_with_names(piece: cst.CSTNode, asked: Iterable[Asked], frame: Frame) -> Fragment:
    """The text of `piece`, where the driver looks up the names that are asked for in it."""
    places = {id(one.place) for one in asked}
    if places:
        changed = piece.visit(_Lookups(places, frame.made.keys()))
        assert isinstance(changed, cst.CSTNode)
        piece = changed

    def meaning(use: NameUse) -> Meant | None:
        if use.name == _LOOKED_UP and use.node is not None:
            return use.node, NAMES
        return frame.meaning(use, as_written=True)

    return fragment(piece, meaning, frame.made)


class _Lookups(cst.CSTTransformer):
    """Writes `names[node]` for `node.name` and `node.get_name()` in these `places`.

    What is `made` stays the very same.
    """

    def __init__(self, places: set[int], made: Collection[int]) -> None:
        super().__init__()
        self._places, self._made = places, made

    def on_visit(self, node: cst.CSTNode) -> bool:
        return id(node) not in self._made or id(node) in self._places

    def on_leave(  # type: ignore[override]
        self, original_node: cst.CSTNode, updated_node: cst.CSTNode
    ) -> cst.CSTNode:
        if id(original_node) not in self._places:
            return updated_node
        member = updated_node.func if isinstance(updated_node, cst.Call) else updated_node
        if not isinstance(member, cst.Attribute) or member.attr.value == "find_nodes":
            return updated_node
        index = cst.SubscriptElement(cst.Index(member.value))
        return cst.Subscript(cst.Name(_LOOKED_UP), [index])
