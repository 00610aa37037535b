"""Finds syntax nodes by their type.

LibCST's matchers do this and far more, but importing them takes longer than compiling a small app.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Generic, TypeVar

import libcst as cst

_Node = TypeVar("_Node", bound=cst.CSTNode)


@lru_cache(maxsize=4096)  # trees do not change, and a function is searched at each of its calls
def find(tree: cst.CSTNode, *types: type[_Node]) -> tuple[_Node, ...]:
    """All nodes of these types in `tree`, in the order of the text."""
    search = _Search(types)
    tree.visit(search)
    return tuple(search.found)


def find_outside_functions(tree: cst.CSTNode, *types: type[_Node]) -> tuple[_Node, ...]:
    """The same, without what stands in functions, lambdas and classes inside."""
    search = _Search(types, skipped=(cst.FunctionDef, cst.Lambda, cst.ClassDef))
    tree.visit(search)
    return tuple(search.found)


class _Search(cst.CSTVisitor, Generic[_Node]):
    def __init__(
        self, types: tuple[type[_Node], ...], skipped: tuple[type[cst.CSTNode], ...] = ()
    ) -> None:
        super().__init__()
        self.skipped = skipped
        self.types = types
        self.found: list[_Node] = []

    def on_visit(self, node: cst.CSTNode) -> bool:
        if isinstance(node, self.types):
            self.found.append(node)
        return not isinstance(node, self.skipped)

    def on_leave(self, original_node: cst.CSTNode) -> None:
        """Nothing is done on the way back."""
