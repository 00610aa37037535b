"""Finds syntax nodes by their type.

LibCST's matchers do this and far more, but importing them takes longer than compiling a small app.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TypeVar, cast

import libcst as cst

from .walk import children

_Node = TypeVar("_Node", bound=cst.CSTNode)
_STATEMENTS = (cst.BaseSmallStatement, cst.BaseCompoundStatement, cst.IndentedBlock)


@lru_cache(maxsize=4096)  # trees do not change, and a function is searched at each of its calls
def find(tree: cst.CSTNode, *types: type[_Node]) -> tuple[_Node, ...]:
    """All nodes of these types in `tree`, in the order of the text."""
    return tuple(_found(tree, types, ()))


def finds(tree: cst.CSTNode, *types: type[cst.CSTNode]) -> bool:
    """Whether any node is of these types; it looks no further than the first."""
    return any(True for _ in _found(tree, types, ()))


def find_outside_functions(tree: cst.CSTNode, *types: type[_Node]) -> tuple[_Node, ...]:
    """The same, without what stands in functions, lambdas and classes inside."""
    return tuple(_found(tree, types, (cst.FunctionDef, cst.Lambda, cst.ClassDef)))


def find_outside_loops(tree: cst.CSTNode, *types: type[_Node]) -> tuple[_Node, ...]:
    """The same, without what stands in loops and functions inside."""
    skipped = (cst.FunctionDef, cst.Lambda, cst.ClassDef, cst.For, cst.While)
    return tuple(_found(tree, types, skipped))


def _found(
    tree: cst.CSTNode, types: tuple[type[_Node], ...], skipped: tuple[type[cst.CSTNode], ...]
) -> Iterator[_Node]:
    """Nodes of these types, outer ones first; it does not go inside those of `skipped` types."""
    pending = [tree]
    while pending:
        node = pending.pop()
        kind = type(node)
        if _is_one(kind, types):
            yield cast(_Node, node)
        if kind not in skipped and not _holds_none(kind, types):
            pending += reversed(children(node))


@cache  # much quicker than `isinstance` where a type is an abstract class
def _is_one(kind: type[cst.CSTNode], types: tuple[type[cst.CSTNode], ...]) -> bool:
    return issubclass(kind, types)


@cache
def _holds_none(kind: type[cst.CSTNode], types: tuple[type[cst.CSTNode], ...]) -> bool:
    """Whether it is of a kind inside which none of the types is: a statement in an expression."""
    is_flat = issubclass(kind, (cst.BaseExpression, cst.BaseSmallStatement))
    return is_flat and all(issubclass(one, _STATEMENTS) for one in types)
