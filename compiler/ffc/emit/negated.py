"""Conditions turned round."""

from __future__ import annotations

import ast

_ATOMS = (ast.Name, ast.Call, ast.Attribute, ast.Subscript, ast.Constant)
_PAIRS = ((" in ", " not in "), (" is ", " is not "), (" == ", " != "))
_TURNED = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}


def negated(condition: str) -> str:
    """What is true where the condition is not; an order may hold neither way."""
    match ast.parse(condition, mode="eval").body:
        case ast.UnaryOp(op=ast.Not(), operand=operand) if isinstance(operand, _ATOMS):
            return condition.strip().removeprefix("not ").lstrip()
        case ast.Compare(ops=[_]) as test:
            left = ast.get_source_segment(condition, test.left) or ""
            right = ast.get_source_segment(condition, test.comparators[0]) or ""
            for words, turned in _TURNED.items():
                if condition == f"{left}{words}{right}":
                    return f"{left}{turned}{right}"
        case one if isinstance(one, _ATOMS):
            return f"not {condition}"
    return f"not ({condition})"
