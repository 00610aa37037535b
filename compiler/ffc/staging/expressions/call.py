"""Calls: of tasks, of the workflow library, of the app's functions, and of everything else."""

from __future__ import annotations

import libcst as cst

from ...ir import text
from .. import known
from ..frame import Frame
from ..inline import inline
from ..intrinsics import create, library, members
from ..machine import Machine
from ..values import (
    RESIDUAL,
    Broken,
    DialectValue,
    Evaluated,
    FunctionValue,
    Known,
    Mapping_,
    MemberValue,
    Sequence_,
    TaskValue,
    Value,
    give_up,
    of_wiring,
    to_python,
)
from .opaque import forbid


def call(machine: Machine, node: cst.Call, frame: Frame) -> Value:
    callee = machine.evaluate(node.func, frame)
    match callee:
        case Broken():
            return callee
        case TaskValue():
            return create.node(machine, callee, node, frame)
        case DialectValue():
            return library.call(machine, callee, node, frame)
        case MemberValue():
            done = members.call(machine, callee, node, frame)
            refused = None if done is not None else forbid(machine, node.func, callee, "a call")
            return done or refused or _other(machine, node, frame)
        case FunctionValue() if machine.is_staged(callee, node, frame):
            return inline(machine, callee, node, frame)
    refused = forbid(machine, node.func, callee, "a call")
    return refused or _other(machine, node, frame)


def _other(machine: Machine, node: cst.Call, frame: Frame) -> Value:
    """A call that stays code; a pure builtin of known values is worked out."""
    values = [machine.evaluate_bare(arg.value, frame) for arg in node.args]
    builtin = _builtin(node, frame)
    if builtin == "dict" and all(arg.keyword is not None for arg in node.args):
        return _dict(machine, node, frame)
    if builtin is not None and all(arg.keyword is None and not arg.star for arg in node.args):
        found = _length(builtin, values) or known.builtin(builtin, list(map(to_python, values)))
        if isinstance(found, Value):
            return found
        if found is not None:
            return known.from_python(found, machine.span(node))
    where = f"a call of `{_name(node.func)}`" if _name(node.func) else "a call"
    broken: Value | None = None
    for arg, value in zip(node.args, values, strict=True):
        broken = forbid(machine, arg.value, value, where) or broken
        if builtin != "print":
            give_up(value)
    return broken or RESIDUAL


def _dict(machine: Machine, node: cst.Call, frame: Frame) -> Value:
    """`dict(num_cpus=1)`."""
    entries: dict[object, tuple[Evaluated, Evaluated]] = {}
    for arg in node.args:
        assert arg.keyword is not None
        name = arg.keyword.value
        key = Evaluated(Known(name), text(repr(name)), machine.span(arg.keyword))
        entries[name] = (key, machine.evaluated(arg.value, frame))
    return Mapping_(entries)


def _builtin(node: cst.Call, frame: Frame) -> str | None:
    if isinstance(node.func, cst.Name) and frame.lookup(node.func.value) is None:
        return node.func.value
    return None


def _length(builtin: str, values: list[Value]) -> Value | None:
    """`list(nodes)` and `tuple(nodes)`; `len(nodes)` is known although the nodes are not."""
    if len(values) == 1 and isinstance(values[0], Sequence_) and of_wiring(values[0]):
        items = values[0].items
        if builtin == "len":
            return Known(len(items))
        if builtin in ("list", "tuple"):
            return Sequence_(list(items), builtin == "list")
    return None


def _name(function: cst.BaseExpression) -> str:
    if isinstance(function, cst.Name):
        return function.value
    if isinstance(function, cst.Attribute):
        owner = _name(function.value)
        return f"{owner}.{function.attr.value}" if owner else function.attr.value
    return ""
