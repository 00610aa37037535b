"""Choices that are decided, since constants have come to stand for names.

train_ref if "long" == "long" else None   →   train_ref
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping

from .fragment import Fragment
from .holes import parts_of, place_of, with_holes, with_names

_COMPARED: Mapping[type[ast.cmpop], Callable[[object, object], object]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,  # type: ignore[dict-item]
    ast.LtE: operator.le,  # type: ignore[dict-item]
    ast.Gt: operator.gt,  # type: ignore[dict-item]
    ast.GtE: operator.ge,  # type: ignore[dict-item]
    ast.In: lambda one, other: one in other,  # type: ignore[operator]
    ast.NotIn: lambda one, other: one not in other,  # type: ignore[operator]
}
_WORKED_OUT: Mapping[type[ast.operator], Callable[[object, object], object]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
}


class _Open(Exception):
    """It depends on more than constants."""


def decided(code: Fragment) -> Fragment:
    """The code with what is chosen in the place of such choices."""
    if not any(isinstance(part, str) and " if " in part for part in code.parts):
        return code
    written = with_names(code)
    changed = written
    while (choice := _first(changed)) is not None:
        (start, end), chosen = choice
        changed = changed[:start] + chosen + changed[end:]
    return code if changed == written else with_holes(changed, code)


def _first(written: str) -> tuple[tuple[int, int], str] | None:
    """Where the first decided choice stands, and the text of what it comes to."""
    try:
        tree = ast.parse(written)
    except SyntaxError:  # part of a statement
        return None
    for node in parts_of(tree):
        if isinstance(node, ast.IfExp):
            try:
                chosen = node.body if _value(node.test) else node.orelse
            except (_Open, ArithmeticError, TypeError):
                continue
            if not isinstance(chosen, ast.NamedExpr):
                start, end = place_of(written, chosen)
                return place_of(written, node), written[start:end]
    return None


def _value(node: ast.expr) -> object:
    match node:
        case ast.Constant():
            return node.value
        case ast.Tuple() | ast.List() | ast.Set():
            return [_value(element) for element in node.elts]
        case ast.UnaryOp(op=ast.Not()):
            return not _value(node.operand)
        case ast.BoolOp(op=ast.And()):
            return all(_value(one) for one in node.values)
        case ast.BoolOp():
            return any(_value(one) for one in node.values)
        case ast.BinOp() if type(node.op) in _WORKED_OUT:
            return _WORKED_OUT[type(node.op)](_number(node.left), _number(node.right))
        case ast.Compare(ops=[one], comparators=[other]) if type(one) in _COMPARED:
            return _COMPARED[type(one)](_value(node.left), _value(other))
    raise _Open


def _number(node: ast.expr) -> object:
    value = _value(node)
    if not isinstance(value, (int, float)):
        raise _Open
    return value
