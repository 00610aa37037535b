"""Methods that Python calls for operators and builtins: `__add__`, `__len__`, `__getitem__`…

class Scale:                                    one node, as if the app called the method
    def __mul__(self, other):           →
        return scaled(self.node, other)
scale * 3
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import libcst as cst

from ..frame import Frame
from ..machine import Machine
from ..passed import Passed
from ..values import (
    BoundValue,
    Evaluated,
    Known,
    Object_,
    Value,
    of_wiring,
)
from .classes import described
from .pure import worked_out

_BINARY: Mapping[type[cst.BaseBinaryOp], str] = {
    cst.Add: "add",
    cst.Subtract: "sub",
    cst.Multiply: "mul",
    cst.MatrixMultiply: "matmul",
    cst.Divide: "truediv",
    cst.FloorDivide: "floordiv",
    cst.Modulo: "mod",
    cst.Power: "pow",
    cst.LeftShift: "lshift",
    cst.RightShift: "rshift",
    cst.BitAnd: "and",
    cst.BitOr: "or",
    cst.BitXor: "xor",
}
_UNARY: Mapping[type[cst.BaseUnaryOp], str] = {
    cst.Minus: "__neg__",
    cst.Plus: "__pos__",
    cst.BitInvert: "__invert__",
}
_COMPARISONS: Mapping[type[cst.BaseCompOp], tuple[str, str]] = {
    cst.Equal: ("__eq__", "__eq__"),
    cst.NotEqual: ("__ne__", "__ne__"),
    cst.LessThan: ("__lt__", "__gt__"),
    cst.LessThanEqual: ("__le__", "__ge__"),
    cst.GreaterThan: ("__gt__", "__lt__"),
    cst.GreaterThanEqual: ("__ge__", "__le__"),
}


def method(machine: Machine, owner: Value, name: str) -> Value | None:
    """The method of that name that the class of an object has."""
    if not isinstance(owner, Object_):
        return None
    cls = described(machine, owner.cls)
    found = cls.find(name) if cls is not None else None
    return found.value if found is not None else None


def call_method(
    machine: Machine,
    owner: Evaluated,
    name: str,
    given: Sequence[Evaluated],
    node: cst.CSTNode,
    frame: Frame,
) -> Value | None:
    """What the method gives; None where there is none, or where it is not known."""
    found = method(machine, owner.value, name)
    if found is None:
        return None
    arguments = [Passed(None, "", one, None, None) for one in given]
    call, bound = machine.call_at(node), BoundValue(found, (owner,))
    if any(of_wiring(one.value) for one in (owner, *given)) or of_wiring(found):
        value = machine.apply(bound, arguments, call, frame)
        code = frame.replaced.pop(id(call), None)
        if code is not None:
            frame.replaced[id(node)] = code
        return value
    return worked_out(
        machine,
        lambda: machine.apply(bound, arguments, call, frame),
        [one.value for one in given],
        machine.span(node),
        frame,
    )


def binary_method(
    machine: Machine,
    node: cst.BinaryOperation | cst.AugAssign,
    operator: cst.BaseBinaryOp,
    left: Value,
    right: Value,
    frame: Frame,
) -> Value | None:
    """`left operator right`, where the class of one says what that is."""
    if not isinstance(left, Object_) and not isinstance(right, Object_):
        return None
    word = _BINARY[type(operator)]
    is_augmented = isinstance(node, cst.AugAssign)
    both = (node.target, node.value) if isinstance(node, cst.AugAssign) else (node.left, node.right)
    one, other = _written(machine, both[0], left, frame), _written(machine, both[1], right, frame)
    if is_augmented and method(machine, left, f"__i{word}__") is not None:
        return call_method(machine, one, f"__i{word}__", [other], node, frame)
    if method(machine, left, f"__{word}__") is not None:
        return call_method(machine, one, f"__{word}__", [other], node, frame)
    return call_method(machine, other, f"__r{word}__", [one], node, frame)


def unary_method(
    machine: Machine, node: cst.UnaryOperation, value: Value, frame: Frame
) -> Value | None:
    """`-value`, where its class says what that is."""
    name = _UNARY.get(type(node.operator), "")
    if not isinstance(value, Object_):
        return None
    return call_method(
        machine, _written(machine, node.expression, value, frame), name, [], node, frame
    )


def comparison_method(
    machine: Machine,
    node: cst.Comparison,
    operator: cst.BaseCompOp,
    left: Evaluated,
    right: Evaluated,
    frame: Frame,
) -> Value | None:
    """`left operator right`, where the class of one says what that is."""
    if isinstance(operator, (cst.In, cst.NotIn)):
        found = call_method(machine, right, "__contains__", [left], node, frame)
        if isinstance(found, Known) and isinstance(operator, cst.NotIn):
            return Known(not found.value)
        return found
    own, reflected = _COMPARISONS.get(type(operator), ("", ""))
    if method(machine, left.value, own) is not None:
        return call_method(machine, left, own, [right], node, frame)
    return call_method(machine, right, reflected, [left], node, frame)


def iterated(machine: Machine, given: Evaluated) -> Iterator[Evaluated] | None:
    """What a loop over an object goes through, where its class says what that is."""
    place = given.span.anchor
    assert isinstance(place, cst.CSTNode)
    found = call_method(machine, given, "__iter__", [], machine.call_at(place), machine.globals)
    if found is None or isinstance(found, Object_):
        return None
    code = machine.globals.replaced.pop(id(machine.call_at(place)), None)
    return machine.steps(Evaluated(found, code or machine.written(found), given.span))


def _written(
    machine: Machine, expression: cst.BaseExpression, value: Value, frame: Frame
) -> Evaluated:
    return Evaluated(value, machine.code(expression, frame), machine.span(expression))
