"""Builtins over containers that the driver fills: they stay code, and what they give is followed.

for name, node in zip(names, nodes):     the driver has `names` and `nodes`; `node` is a ref
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ..kept.held import add, gone_through, widened
from ..values import RESIDUAL, Evaluated, ManyValue, NodeSet, Sequence_, Value, of_wiring
from .worked import Call


def call(name: str, call: Call) -> Value | None:
    """What a call of the builtin `name` gives, None where it is not followed."""
    work = _WORKS.get(name)
    if work is None or not any(of_wiring(one.value) for one in call.values):
        return None
    found = work(call)
    if found is not None:
        code = call.machine.source(call.node, call.frame)
        call.frame.replaced[id(call.node)] = call.frame.made[id(call.node)] = code
    return found


def _same(call: Call) -> Value | None:
    found = widened(call.values[0].value)
    if isinstance(found, ManyValue) and found.kind == "dict":
        return RESIDUAL
    return ManyValue(found.nodes, "list", found.parts) if isinstance(found, ManyValue) else None


def _length(call: Call) -> Value | None:
    return RESIDUAL


def _zip(call: Call) -> Value | None:
    return _rows([_element(call, one) for one in call.values])


def _enumerate(call: Call) -> Value | None:
    return _rows([RESIDUAL, _element(call, call.values[0])])


def _rows(parts: list[Value]) -> Value:
    if not any(map(of_wiring, parts)):  # the keys of a dict
        return RESIDUAL
    nodes = NodeSet()
    for part in parts:
        add(nodes, part)
    return ManyValue(nodes, "iterator", tuple(parts))


def _dict(call: Call) -> Value | None:
    found = widened(call.values[0].value) if len(call.values) == 1 else None
    if not isinstance(found, ManyValue):
        return None
    if len(found.parts) == 2 and not of_wiring(found.parts[0]):
        nodes = NodeSet()
        add(nodes, found.parts[1])
        return ManyValue(nodes, "dict")
    return ManyValue(found.nodes, "dict") if found.kind == "dict" else None


def _next(call: Call) -> Value | None:
    return _element(call, call.values[0])


def _element(call: Call, one: Evaluated) -> Value:
    found = gone_through(one.value, one.span)
    return Sequence_(found.items, is_list=False) if isinstance(found, Sequence_) else found


_WORKS: Mapping[str, Callable[[Call], Value | None]] = {
    "list": _same,
    "tuple": _same,
    "iter": _same,
    "reversed": _same,
    "sorted": _same,
    "len": _length,
    "zip": _zip,
    "enumerate": _enumerate,
    "dict": _dict,
    "next": _next,
}
