"""Writes a call where its value is taken: `r = f(x)` and `all.append(r)` as `all.append(f(x))`."""

from __future__ import annotations

import libcst as cst


def refolded(code: str, name: str, call: str) -> str:
    """The statement with the call in place of the variable; empty if that is not all it does."""
    try:
        tree = cst.parse_module(code)
    except cst.ParserSyntaxError:
        return ""
    match tree.body:
        case [cst.SimpleStatementLine(body=[one])] if _takes(one, name):
            return tree.with_changes(
                body=[tree.body[0].deep_replace(_taken(one), cst.parse_expression(call))]
            ).code.rstrip()
    return ""


def _taken(statement: cst.BaseSmallStatement) -> cst.BaseExpression:
    """What a statement takes: the right side, or the only argument of a method."""
    match statement:
        case cst.Assign(value=value) | cst.AugAssign(value=value):
            return value
        case cst.Expr(value=cst.Call(args=[cst.Arg(value=value)])):
            return value
    return cst.Name("_")


def _takes(statement: cst.BaseSmallStatement, name: str) -> bool:
    match statement:
        case (
            cst.Assign(targets=[cst.AssignTarget(target=cst.Name())])
            | cst.AugAssign(target=cst.Name())
        ):
            pass
        case cst.Expr(value=cst.Call(func=cst.Attribute(value=cst.Name()), args=[_])):
            pass
        case _:
            return False
    taken = _taken(statement)
    return isinstance(taken, cst.Name) and taken.value == name
