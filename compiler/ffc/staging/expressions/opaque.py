"""Expressions that stay code: whatever is known inside them, their value is residual.

Nodes must not get into them: code that is not staged could do anything with a node.
"""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from ...diagnostics import staging as errors
from ...frontend.names import names
from ...frontend.search import find
from ..frame import Frame
from ..machine import Machine
from ..values import (
    RESIDUAL,
    Broken,
    Mapping_,
    Sequence_,
    Value,
    describe,
    elements,
    give_up,
    of_wiring,
)

_CONSTRUCTS: dict[type[cst.BaseExpression], str] = {
    cst.ListComp: "a comprehension",
    cst.SetComp: "a comprehension",
    cst.DictComp: "a comprehension",
    cst.GeneratorExp: "a generator expression",
    cst.Await: "`await`",
    cst.Yield: "`yield`",
    cst.Set: "a set",
}


def opaque(machine: Machine, node: cst.BaseExpression, frame: Frame) -> Value:
    what = _CONSTRUCTS.get(type(node), "this expression")
    gone_through = {id(name) for part in find(node, cst.CompFor) for name in _gone_through(part)}
    for use in names(node):
        bound = frame.meant(use)
        if bound is None:
            continue
        if isinstance(bound.value, Broken):
            return bound.value
        if of_wiring(bound.value) or machine.is_wiring(bound.value):
            span = machine.span(use.node or node)
            return machine.refuse(errors.NotStaged(span, what, describe(bound.value)))
        is_container = isinstance(bound.value, (Sequence_, Mapping_))
        if not is_container or id(use.node) not in gone_through:
            give_up(bound.value)
            continue
        for element in elements(bound.value):
            give_up(element.value)
    return RESIDUAL


def _gone_through(part: cst.CompFor) -> Iterator[cst.BaseExpression]:
    """`table` in `for name, row in table.items()`: what it holds gets out, not the dict itself."""
    match part.iter:
        case cst.Name():
            yield part.iter
        case cst.Call(func=cst.Attribute(value=cst.Name() as owner, attr=method), args=[]):
            if method.value in ("items", "keys", "values"):
                yield owner
