"""The names of one call of a function that is staged."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from ...frontend.names import body_names
from ...frontend.search import find_outside_functions
from ..frame import Frame
from ..machine import Machine
from ..passed import Passed
from ..values import FunctionValue


def frame_of(
    machine: Machine, function: FunctionValue, tree: cst.FunctionDef | cst.Lambda
) -> Frame:
    """The frame of one call."""
    declared = _declared(tree, cst.Global)
    own = frozenset(use.name for use in body_names(tree) if use.binds)
    scope = machine.record.new_scope()
    machine.note_bound(scope, body_names(tree))
    return Frame(
        scope,
        machine.trail,
        outer=machine.homes[function.definition],
        own=own - declared - _declared(tree, cst.Nonlocal),
        globals=declared,
        function=function.definition,
        qualname=f"{machine.qualnames.get(function.definition, '<lambda>')}.<locals>.",
    )


def unstaged(tree: cst.CSTNode, arguments: Sequence[Passed]) -> str:
    """What keeps the call from being staged."""
    if isinstance(tree, cst.FunctionDef):
        if tree.asynchronous is not None:
            return "an `async` function"
        if tree.decorators:
            return "a function with a decorator"
    if any(argument.star for argument in arguments):
        return "a call with stars that are not known"
    return ""


def _declared(
    tree: cst.FunctionDef | cst.Lambda, kind: type[cst.Global | cst.Nonlocal]
) -> frozenset[str]:
    found = find_outside_functions(tree.body, kind)
    return frozenset(item.name.value for one in found for item in one.names)
