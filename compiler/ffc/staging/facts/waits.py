"""Calls that wait for other tasks."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from ...ir.facts import Wait
from .code import Code

_WAITING = frozenset({"ray.get", "ray.wait"})


def waits(code: Code) -> Iterator[Wait]:
    """The calls of `ray.get` and `ray.wait`, but for those that only look (`timeout=0`)."""
    if not any(meant.partition(".")[0] == "ray" for meant in code.imports.values()):
        return
    for node in code.nodes:
        if isinstance(node, cst.Call) and not any(_is_look(arg) for arg in node.args):
            called = code.qualified(node.func)
            if called in _WAITING:
                yield Wait(called, code.name, code.machine.span(node))


def _is_look(arg: cst.Arg) -> bool:
    named = arg.keyword is not None and arg.keyword.value == "timeout"
    return (
        named and isinstance(arg.value, (cst.Integer, cst.Float)) and not arg.value.evaluated_value
    )
