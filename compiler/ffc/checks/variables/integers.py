"""Whole numbers as apps write sizes: `10_000`, `2**20`, `WIDTH * HEIGHT`."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterable, Mapping

from .written import Variables, Written

_MOST = 10**15  # more bytes than there are anywhere, and quick to work with
_OPERATORS: Mapping[type[ast.operator], Callable[[int, int], int]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.FloorDiv: lambda a, b: a // b if b else 0,
    ast.Pow: lambda a, b: 0 if b < 0 else a ** min(b, 64),
}


def integer(node: ast.expr, written: Written, variables: Variables, depth: int = 9) -> int | None:
    """The number that `node`, a part of `written`, gives; None where it is not plain to see."""
    if isinstance(node, ast.Constant):
        return min(node.value, _MOST) if type(node.value) is int else None
    if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
        left = integer(node.left, written, variables, depth)
        right = integer(node.right, written, variables, depth)
        if left is None or right is None:
            return None
        return min(_OPERATORS[type(node.op)](left, right), _MOST)
    symbol = written.meant.get(node.id) if isinstance(node, ast.Name) else None
    value = variables.value(symbol) if symbol is not None and depth else None
    return None if value is None else integer(value.tree, value, variables, depth - 1)


def product(nodes: Iterable[ast.expr], written: Written, variables: Variables) -> int | None:
    """The numbers that `nodes` give, multiplied; of none of them, 1."""
    result = 1
    for node in nodes:
        number = integer(node, written, variables)
        if number is None or number < 0:
            return None
        result = min(result * number, _MOST)
    return result
