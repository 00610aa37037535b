"""Operators. On known values they are worked out, on a node they are an error."""

from __future__ import annotations

import libcst as cst

from ...diagnostics import staging as errors
from .. import known
from ..frame import Frame
from ..keep import keep_binding
from ..machine import Machine
from ..values import (
    BROKEN,
    RESIDUAL,
    Broken,
    Known,
    Sequence_,
    Value,
    describe,
    is_known,
    of_wiring,
    to_python,
)


def unary(machine: Machine, node: cst.UnaryOperation, frame: Frame) -> Value:
    value = machine.evaluate(node.expression, frame)
    if isinstance(node.operator, cst.Not):
        decided = truth(machine, node.expression, value)
        return decided if not isinstance(decided, Known) else Known(not decided.value)
    refused = _refuse_nodes(machine, node, (value,))
    return refused or _result(machine, node, known.unary(node.operator, to_python(value)))


def binary(machine: Machine, node: cst.BinaryOperation, frame: Frame) -> Value:
    left, right = machine.evaluate(node.left, frame), machine.evaluate(node.right, frame)
    if (
        isinstance(left, Sequence_)
        and isinstance(right, Sequence_)
        and isinstance(node.operator, cst.Add)
        and left.is_list == right.is_list
        and not (left.escaped or right.escaped)
    ):
        return Sequence_([*left.items, *right.items], left.is_list)
    refused = _refuse_nodes(machine, node, (left, right))
    if refused is not None:
        return refused
    return _result(machine, node, known.binary(node.operator, to_python(left), to_python(right)))


def comparison(machine: Machine, node: cst.Comparison, frame: Frame) -> Value:
    left = machine.evaluate(node.left, frame)
    values = [machine.evaluate(target.comparator, frame) for target in node.comparisons]
    operators = [target.operator for target in node.comparisons]
    if all(isinstance(o, (cst.Is, cst.IsNot)) for o in operators) and len(values) == 1:
        return _identity(machine, node, operators[0], left, values[0])
    refused = _refuse_nodes(machine, node, (left, *values))
    if refused is not None:
        return refused
    for operator, right in zip(operators, values, strict=True):
        result = known.compare(operator, to_python(left), to_python(right))
        if result is None:
            return RESIDUAL
        if not result:
            return Known(False)
        left = right
    return Known(True)


def _identity(
    machine: Machine, node: cst.Comparison, operator: cst.BaseCompOp, left: Value, right: Value
) -> Value:
    """`x is None` is decided for nodes too."""
    if Known(None) in (left, right) and not isinstance(left, Broken):
        if of_wiring(left) or of_wiring(right) or (left != RESIDUAL and right != RESIDUAL):
            return Known((left == right) is isinstance(operator, cst.Is))
        return RESIDUAL
    return _refuse_nodes(machine, node, (left, right)) or RESIDUAL


def boolean(machine: Machine, node: cst.BooleanOperation, frame: Frame) -> Value:
    left = machine.evaluate(node.left, frame)
    decided = truth(machine, node.left, left)
    if isinstance(decided, Known):
        if bool(decided.value) is isinstance(node.operator, cst.Or):
            return left
        return machine.evaluate(node.right, frame)
    right = machine.evaluate(node.right, frame)
    if isinstance(decided, Broken):
        return decided
    return _refuse_nodes(machine, node, (right,)) or RESIDUAL


def conditional(machine: Machine, node: cst.IfExp, frame: Frame) -> Value:
    decided = truth(machine, node.test, machine.evaluate(node.test, frame))
    if isinstance(decided, Known):
        return machine.evaluate(node.body if decided.value else node.orelse, frame)
    values = machine.evaluate(node.body, frame), machine.evaluate(node.orelse, frame)
    if isinstance(decided, Broken):
        return decided
    return _refuse_nodes(machine, node, values) or RESIDUAL


def walrus(machine: Machine, node: cst.NamedExpr, frame: Frame) -> Value:
    given = machine.evaluated(node.value, frame)
    assert isinstance(node.target, cst.Name)
    if of_wiring(given.value) or isinstance(given.value, Broken):
        frame.bind(node.target.value, given.value)
    else:
        keep_binding(machine, frame, node.target, given)
        frame.replaced[id(node)] = machine.code(node.target, frame)
    return given.value


def truth(machine: Machine, node: cst.BaseExpression, value: Value) -> Value:
    """Whether the value counts as true: `Known`, or why that cannot be said."""
    if isinstance(value, Broken):
        return value
    python = to_python(value)
    if is_known(python):
        return Known(bool(python))
    if isinstance(value, Sequence_) and not value.escaped:
        return Known(bool(value.items))
    if of_wiring(value):
        return machine.refuse(errors.TruthOfNode(machine.span(node), describe(value)))
    return RESIDUAL


def refuse_nodes(
    machine: Machine, place: cst.CSTNode, operator: str, values: tuple[Value, ...]
) -> Value | None:
    """Refuses an operator on nodes; what to give instead of its result, None where all is well."""
    for value in values:
        if of_wiring(value):
            return machine.refuse(
                errors.OperatorOnNode(machine.span(place), operator, describe(value))
            )
    return BROKEN if any(isinstance(value, Broken) for value in values) else None


def _refuse_nodes(
    machine: Machine, node: cst.BaseExpression, values: tuple[Value, ...]
) -> Value | None:
    return refuse_nodes(machine, node, _symbol(node), values)


def _result(machine: Machine, node: cst.BaseExpression, result: object | None) -> Value:
    return RESIDUAL if result is None else known.from_python(result, machine.span(node))


def _symbol(node: cst.BaseExpression) -> str:
    if isinstance(node, cst.IfExp):
        return "if … else"
    if isinstance(node, cst.Comparison):
        return operator_text(node.comparisons[0].operator)
    assert isinstance(node, (cst.BinaryOperation, cst.UnaryOperation, cst.BooleanOperation))
    return operator_text(node.operator)


def operator_text(operator: cst.CSTNode) -> str:
    """The operator as it is written."""
    return cst.Module(body=()).code_for_node(operator).strip()
