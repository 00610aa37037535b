"""Operators. On known values they are worked out, on a node they are an error."""

from __future__ import annotations

import libcst as cst

from ...frontend.names import names
from ...ir import Effect, Fragment, join, text
from .. import known
from ..binding import bind_ref
from ..calls.special import binary_method, comparison_method, unary_method
from ..compare import compared, is_open
from ..counters import of_both
from ..decided import Test, keep_changes, tested
from ..effects import effect_of
from ..forbid import refuse_nodes
from ..frame import Frame
from ..iterators import View_
from ..keep import keep_binding
from ..kept.choices import can_hold, kept_boolean, kept_choice
from ..kept.held import merged
from ..kept.tasks import are_tasks, chosen_task
from ..machine import Machine
from ..tentative import Point
from ..truth import truth
from ..values import (
    RESIDUAL,
    Broken,
    Deque_,
    Evaluated,
    Known,
    ManyValue,
    Mapping_,
    Object_,
    RefValue,
    Sequence_,
    Set_,
    Value,
    is_ref,
    of_wiring,
    to_python,
)

_ATOMS = (cst.Name, cst.Attribute, cst.Subscript, cst.Call, cst.List, cst.Dict)
_OPERATIONS = (
    *(cst.IfExp, cst.BooleanOperation, cst.BinaryOperation, cst.UnaryOperation),
    *(cst.Comparison, cst.NamedExpr, cst.Lambda),
)
_IDENTITY = (cst.Is, cst.IsNot, cst.In, cst.NotIn, cst.Equal, cst.NotEqual)


def unary(machine: Machine, node: cst.UnaryOperation, frame: Frame) -> Value:
    value = machine.evaluate(node.expression, frame)
    if isinstance(node.operator, cst.Not):
        decided = truth(machine, node.expression, value)
        return decided if not isinstance(decided, Known) else Known(not decided.value)
    found = unary_method(machine, node, value, frame)
    refused = found or _refuse_nodes(machine, node, (value,))
    return refused or _result(machine, node, known.unary(node.operator, to_python(value)))


def binary(machine: Machine, node: cst.BinaryOperation, frame: Frame) -> Value:
    left, right = machine.evaluate(node.left, frame), machine.evaluate(node.right, frame)
    return combined(machine, node, node.operator, left, right, frame)


def combined(
    machine: Machine,
    node: cst.BinaryOperation | cst.AugAssign,
    operator: cst.BaseBinaryOp,
    left: Value,
    right: Value,
    frame: Frame,
) -> Value:
    """`left operator right`; `node` is where the app writes it."""
    left, right = _as_set(left), _as_set(right)
    found = _containers(operator, left, right) or of_both(operator, left, right)
    found = found or _joined(operator, left, right)
    if found is None:
        found = binary_method(machine, node, operator, left, right, frame)
    found = found or refuse_nodes(machine, node, operator_text(node.operator), (left, right))
    if found is not None:
        return found
    return _result(machine, node, known.binary(operator, to_python(left), to_python(right)))


def _containers(operator: cst.BaseBinaryOp, left: Value, right: Value) -> Value | None:
    """`nodes + more`, `[node] * 2`, `nodes | more`: containers that may hold nodes."""
    match operator, left, right:
        case cst.Add(), Sequence_(escaped=False), Sequence_(escaped=False):
            both = left.is_list == right.is_list and type(left) is type(right) is Sequence_
            return Sequence_([*left.items, *right.items], left.is_list) if both else None
        case cst.Multiply(), Deque_(), _:
            return None
        case cst.Multiply(), Sequence_(escaped=False), Known(int(count)) if of_wiring(left):
            few = len(left.items) * count <= known.MOST
            return Sequence_(left.items * count, left.is_list) if few else None
        case cst.Multiply(), Known(int()), Sequence_():
            return _containers(operator, right, left)
        case cst.BitOr(), Mapping_(escaped=False, kind=None), Mapping_(escaped=False, kind=None):
            return Mapping_({**left.entries, **right.entries})
        case _, Set_(escaped=False), Set_(escaped=False):
            return _sets(operator, left, right)
    return None


def _joined(operator: cst.BaseBinaryOp, left: Value, right: Value) -> Value | None:
    """`nodes + more`, where a variable of the driver holds one of them."""
    if not isinstance(operator, (cst.Add, cst.BitOr)):
        return None
    if isinstance(left, ManyValue) or isinstance(right, ManyValue):
        both = merged(left, right)
        return both if isinstance(both, ManyValue) else None
    return None


def _as_set(value: Value) -> Value:
    """`dict.keys()` is like a set."""
    if isinstance(value, View_) and value.kind == "keys" and not value.owner.escaped:
        return Set_(dict.fromkeys(value.owner.entries))
    return value


def _sets(operator: cst.BaseBinaryOp, left: Set_, right: Set_) -> Value | None:
    one, other = left.members, right.members
    match operator:
        case cst.BitOr():
            found = {**one, **other}
        case cst.BitAnd():
            found = {member: None for member in one if member in other}
        case cst.Subtract():
            found = {member: None for member in one if member not in other}
        case cst.BitXor():
            found = {m: None for m in (*one, *other) if (m in one) is not (m in other)}
        case _:
            return None
    return Set_(found, frozen=left.frozen)


def comparison(machine: Machine, node: cst.Comparison, frame: Frame) -> Value:
    left, first = machine.evaluate(node.left, frame), node.left
    decided: Value = Known(True)
    for target in node.comparisons:
        right = machine.evaluate(target.comparator, frame)
        if decided == Known(True):
            found = _by_method(machine, node, (first, target), (left, right), frame)
            decided = found or _compared(machine, node, target.operator, left, right)
            if decided == Known(False):
                return decided
        left, first = right, target.comparator
    return decided


def _by_method(
    machine: Machine,
    node: cst.Comparison,
    parts: tuple[cst.BaseExpression, cst.ComparisonTarget],
    values: tuple[Value, Value],
    frame: Frame,
) -> Value | None:
    """What the class of an object says of the comparison."""
    if not any(isinstance(value, Object_) for value in values):
        return None
    expressions = parts[0], parts[1].comparator
    left, right = (
        Evaluated(value, machine.code(one, frame), machine.span(one))
        for one, value in zip(expressions, values, strict=True)
    )
    return comparison_method(machine, node, parts[1].operator, left, right, frame)


def _compared(
    machine: Machine,
    node: cst.Comparison,
    operator: cst.BaseCompOp,
    left: Value,
    right: Value,
) -> Value:
    result = compared(operator, left, right)
    if result is not None:
        return Known(result)
    if is_open(left, right) and isinstance(operator, _IDENTITY):
        return RESIDUAL
    return refuse_nodes(machine, node, operator_text(operator), (left, right)) or RESIDUAL


def boolean(machine: Machine, node: cst.BooleanOperation, frame: Frame) -> Value:
    test = tested(machine, node.left, frame)
    left, decided = test.value, test.holds
    if isinstance(decided, Known):
        if bool(decided.value) is isinstance(node.operator, cst.Or):
            return _alone(machine, node, node.left, frame, test)
        return _alone(machine, node, node.right, frame, test)
    given = Evaluated(
        left, machine.code(node.left, frame), machine.span(node), machine.source(node.left, frame)
    )
    point = Point(machine, frame)
    right = machine.evaluate(node.right, frame)
    chooses = of_wiring(right) and not isinstance(left, RefValue) and can_hold((left, right))
    if chooses and not isinstance(decided, Broken) and not machine.trail.attempts:
        point.back()
        return kept_boolean(machine, node, given, frame)
    point.go_on()
    if isinstance(decided, Broken):
        return decided
    return _refuse_nodes(machine, node, (left, right)) or RESIDUAL


def conditional(machine: Machine, node: cst.IfExp, frame: Frame) -> Value:
    test = tested(machine, node.test, frame)
    decided = test.holds
    if isinstance(decided, Known):
        taken = node.body if decided.value else node.orelse
        value = _alone(machine, node, taken, frame, test)
        if of_wiring(value) and isinstance(taken, _ATOMS) and _is_settled(machine, node, frame):
            frame.made[id(node)] = machine.source(taken, frame)
        return value
    count = len(machine.record.statements)
    point = Point(machine, frame)
    values = machine.evaluate(node.body, frame), machine.evaluate(node.orelse, frame)
    does_something = len(machine.record.statements) > count
    is_wired = any(map(of_wiring, values))
    # An effect stays where it is, and happens once.
    does_something = does_something or (
        is_wired and effect_of(node, machine, frame) is not Effect.NONE
    )
    may_choose = not isinstance(decided, Broken) and not machine.trail.attempts
    if does_something and may_choose and can_hold(values):
        point.back()
        return kept_choice(machine, node, frame)
    point.go_on()
    if isinstance(decided, Broken):
        return decided
    if may_choose and are_tasks(machine, values) and values[0] != values[1]:
        return chosen_task(machine, node, *values, frame)  # type: ignore[arg-type]
    if is_wired:
        either = merged(*values)
        if isinstance(either, (RefValue, ManyValue)):
            code = machine.source(node, frame)
            frame.replaced[id(node)] = frame.made[id(node)] = code
            return either
        if is_ref(either) and effect_of(node.test, machine, frame) is Effect.NONE:
            frame.made[id(node)] = machine.source(node.body, frame)
            return either  # the same one
    return _refuse_nodes(machine, node, values) or RESIDUAL


def _is_settled(machine: Machine, node: cst.IfExp, frame: Frame) -> bool:
    """Whether it is done once, and its test does nothing: it asks constants."""
    held = [frame.lookup(use.name) for use in names(node.test)]
    return not machine.record.path and all(
        bound is None or isinstance(bound.value, Known) for bound in held
    )


def _alone(
    machine: Machine,
    node: cst.BaseExpression,
    taken: cst.BaseExpression,
    frame: Frame,
    test: Test,
) -> Value:
    """The value of the part of `node` that `test` chooses; wiring in the others is not there."""
    if taken is test.node:
        value, changes = test.value, False
    else:
        changes = machine.touches(node, frame) and keep_changes(machine, test, frame)
        value = machine.evaluate(taken, frame)
    parts = (part for part in node.children if part is not taken)
    if changes or any(machine.touches(part, frame) for part in parts):
        frame.replaced[id(node)] = _enclosed(machine.code(taken, frame), taken)
        frame.made[id(node)] = _enclosed(machine.source(taken, frame), taken)
    return value


def _enclosed(code: Fragment, node: cst.BaseExpression) -> Fragment:
    """The code, in parentheses where it is an operation that has none."""
    is_operation = isinstance(node, _OPERATIONS) and not node.lpar
    return join(text("("), code, text(")")) if is_operation else code


def walrus(machine: Machine, node: cst.NamedExpr, frame: Frame) -> Value:
    given = machine.evaluated(node.value, frame)
    assert isinstance(node.target, cst.Name)
    if machine.headers and machine.trail.attempts == 0 and not of_wiring(given.value):
        value = given.value if isinstance(given.value, (Known, Broken)) else RESIDUAL
        frame.bind(node.target.value, value)
    elif of_wiring(given.value):
        bind_ref(machine, frame, node.target.value, given)
    elif isinstance(given.value, Broken):
        frame.bind(node.target.value, given.value)
    else:
        keep_binding(machine, frame, node.target, given)
        frame.replaced[id(node)] = machine.code(node.target, frame)
    return given.value


def _refuse_nodes(
    machine: Machine, node: cst.BaseExpression, values: tuple[Value, ...]
) -> Value | None:
    return refuse_nodes(machine, node, _symbol(node), values)


def _result(machine: Machine, node: cst.CSTNode, result: object | None) -> Value:
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
