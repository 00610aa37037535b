"""`list` and `dict` of a generator expression with nodes, as the comprehension that it could be.

dict((name, load(name)) for name in names)   →   {name: load(name) for name in names}
list(load(name) for name in names)           →   [load(name) for name in names]
"""

from __future__ import annotations

import libcst as cst

from ..frame import Frame
from ..machine import Machine
from ..values import BuiltinValue, Value

_Displayed = cst.ListComp | cst.DictComp


def displayed(machine: Machine, callee: Value, node: cst.Call, frame: Frame) -> Value | None:
    """What such a call gives; None if it is another call."""
    made = _comprehension(callee, node)
    if made is None or not machine.touches(node, frame):
        return None
    stands = machine.stand_in(made, node)
    value = machine.evaluate(stands, frame)
    for written in (frame.replaced, frame.made):
        if id(stands) in written:
            written[id(node)] = written[id(stands)]
    return value


def _comprehension(callee: Value, node: cst.Call) -> _Displayed | None:
    match node.args:
        case [cst.Arg(value=cst.GeneratorExp() as given, keyword=None, star="")]:
            pass
        case _:
            return None
    if not isinstance(callee, BuiltinValue):
        return None
    if callee.name == "list":
        return cst.ListComp(given.elt, given.for_in)
    match given.elt:
        case cst.Tuple(elements=[cst.Element(value=key), cst.Element(value=value)]):
            return cst.DictComp(key, value, given.for_in) if callee.name == "dict" else None
    return None
