"""Functions that return at once where a condition does not hold: the rest stands in an `if`.

if name in done:                          if name not in done:
    return                        →           nodes.append(load.remote(name))
nodes.append(load(name))
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import libcst as cst

from ...frontend.search import find_outside_functions
from ..blocks import block

_OPPOSITES: Mapping[type[cst.BaseCompOp], type[cst.BaseCompOp]] = {
    cst.In: cst.NotIn,
    cst.NotIn: cst.In,
    cst.Is: cst.IsNot,
    cst.IsNot: cst.Is,
    cst.Equal: cst.NotEqual,
    cst.NotEqual: cst.Equal,
}


def guarded(
    suite: cst.BaseSuite, test: cst.BaseExpression, rest: Sequence[cst.BaseStatement]
) -> cst.BaseExpression | None:
    """When the rest of the function comes behind an `if` that does nothing but return.

    None where it does more, or the function gives a value.
    """
    gives = [one for part in rest for one in find_outside_functions(part, cst.Return) if one.value]
    match block(suite):
        case [cst.SimpleStatementLine(body=[cst.Return(value=None)])] if rest and not gives:
            return _opposite(test)
    return None


def _opposite(test: cst.BaseExpression) -> cst.BaseExpression:
    match test:
        case cst.UnaryOperation(operator=cst.Not()):
            return test.expression
        case cst.Comparison(comparisons=[target]) if type(target.operator) in _OPPOSITES:
            operator = _OPPOSITES[type(target.operator)]()
            return test.with_changes(comparisons=[target.with_changes(operator=operator)])
        case cst.Name() | cst.Call() | cst.Attribute() | cst.Subscript() | cst.Comparison():
            return cst.UnaryOperation(cst.Not(), test)
    parentheses = [cst.LeftParen()], [cst.RightParen()]
    inner = test.with_changes(lpar=parentheses[0], rpar=parentheses[1])
    return cst.UnaryOperation(cst.Not(), inner)
