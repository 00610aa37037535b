"""Finds syntax nodes by their type.

LibCST's matchers do this and far more, but importing them takes longer than compiling a small app.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeVar

import libcst as cst

from .walk import children

_Node = TypeVar("_Node", bound=cst.CSTNode)


@lru_cache(maxsize=4096)  # trees do not change, and a function is searched at each of its calls
def find(tree: cst.CSTNode, *types: type[_Node]) -> tuple[_Node, ...]:
    """All nodes of these types in `tree`, in the order of the text."""
    return tuple(node for node in _walked(tree, ()) if isinstance(node, types))


def find_outside_functions(tree: cst.CSTNode, *types: type[_Node]) -> tuple[_Node, ...]:
    """The same, without what stands in functions, lambdas and classes inside."""
    skipped = (cst.FunctionDef, cst.Lambda, cst.ClassDef)
    return tuple(node for node in _walked(tree, skipped) if isinstance(node, types))


def find_outside_loops(tree: cst.CSTNode, *types: type[_Node]) -> tuple[_Node, ...]:
    """The same, without what stands in loops and functions inside."""
    skipped = (cst.FunctionDef, cst.Lambda, cst.ClassDef, cst.For, cst.While)
    return tuple(node for node in _walked(tree, skipped) if isinstance(node, types))


def _walked(tree: cst.CSTNode, skipped: tuple[type[cst.CSTNode], ...]) -> Iterator[cst.CSTNode]:
    """The nodes of `tree`, outer ones first; it does not go inside those of the `skipped` types."""
    pending = [tree]
    while pending:
        node = pending.pop()
        yield node
        if type(node) not in skipped:
            pending.extend(reversed(children(node)))
