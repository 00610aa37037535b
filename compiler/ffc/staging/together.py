"""Comprehensions that only put together what there is, which a driver can have as they are.

flat = [node for row in rows for node in row]
best = {name: node for name, node in models.items() if name in chosen}
"""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from ..frontend.search import find
from .frame import Frame
from .machine import Machine
from .values import BuiltinValue

_VIEWS = frozenset({"items", "keys", "values"})
_ITERATORS = frozenset({"enumerate", "range", "reversed", "zip"})
_ASKING = (cst.Attribute, cst.Await, cst.Call, cst.Lambda, cst.NamedExpr, cst.Subscript)

Comprehension = cst.ListComp | cst.SetComp | cst.DictComp


def puts_together(machine: Machine, node: Comprehension, frame: Frame) -> bool:
    """Whether it asks nothing of its elements, which may be refs in the driver."""
    made = (node.key, node.value) if isinstance(node, cst.DictComp) else (node.elt,)
    parts = list(_parts(node.for_in))
    tests = (condition.test for part in parts for condition in part.ifs)
    if any(find(one, *_ASKING) for one in (*made, *tests)):
        return False
    return all(goes_through_plainly(machine, part.iter, frame) for part in parts)


def _parts(part: cst.CompFor) -> Iterator[cst.CompFor]:
    yield part
    if part.inner_for_in is not None:
        yield from _parts(part.inner_for_in)


def goes_through_plainly(machine: Machine, given: cst.BaseExpression, frame: Frame) -> bool:
    """Whether the driver can go through it: a name, or a usual view of one, or several of these."""
    if isinstance(given, cst.Name):
        return True
    if not isinstance(given, cst.Call):
        return not find(given, *_ASKING)
    name, arguments = given.func, [argument.value for argument in given.args]
    if isinstance(name, cst.Attribute):
        is_view = name.attr.value in _VIEWS and not arguments
        return is_view and goes_through_plainly(machine, name.value, frame)
    if not isinstance(name, cst.Name) or name.value not in _ITERATORS:
        return False
    bound = frame.lookup(name.value)
    is_builtin = bound is None or isinstance(bound.value, BuiltinValue)
    return is_builtin and all(goes_through_plainly(machine, one, frame) for one in arguments)
