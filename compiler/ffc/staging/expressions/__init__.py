"""One module for each family of expressions; `HANDLERS` says which evaluates what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import libcst as cst

from ..frame import Frame
from ..machine import Machine
from ..values import Value
from . import (
    access,
    call,
    comprehensions,
    containers,
    formatted,
    functions,
    literals,
    opaque,
    operators,
)

Handler = Callable[[Machine, Any, Frame], Value]

HANDLERS: Mapping[type[cst.BaseExpression], Handler] = {
    cst.Name: literals.name,
    cst.Integer: literals.number,
    cst.Float: literals.number,
    cst.Imaginary: literals.number,
    cst.Ellipsis: literals.ellipsis,
    cst.SimpleString: literals.string,
    cst.ConcatenatedString: literals.concatenated,
    cst.FormattedString: formatted.formatted,
    cst.Tuple: containers.sequence,
    cst.List: containers.sequence,
    cst.Dict: containers.mapping,
    cst.Set: containers.members,
    cst.ListComp: comprehensions.comprehension,
    cst.SetComp: comprehensions.comprehension,
    cst.DictComp: comprehensions.comprehension,
    cst.GeneratorExp: comprehensions.generator,
    cst.Lambda: functions.function,
    cst.Yield: functions.yielded,
    cst.UnaryOperation: operators.unary,
    cst.BinaryOperation: operators.binary,
    cst.BooleanOperation: operators.boolean,
    cst.Comparison: operators.comparison,
    cst.IfExp: operators.conditional,
    cst.NamedExpr: operators.walrus,
    cst.Attribute: access.attribute,
    cst.Subscript: access.subscript,
    cst.Call: call.call,
}

evaluate_other = opaque.opaque
