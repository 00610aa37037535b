"""Loops, `with`, `try` and `match`: kept as they are, where they are not about the wiring."""

from __future__ import annotations

import libcst as cst

from ...diagnostics.staging.not_staged import NotStaged
from ...frontend.names import names
from ..expressions.opaque import give_up
from ..frame import Frame
from ..keep import keep
from ..machine import Machine
from ..values import RESIDUAL, Value, of_wiring

_WORDS: dict[type[cst.BaseStatement], str] = {
    cst.For: "a loop",
    cst.While: "a loop",
    cst.With: "`with`",
    cst.Try: "`try`",
    cst.TryStar: "`try`",
    cst.Match: "`match`",
}


def kept(machine: Machine, node: cst.BaseCompoundStatement, frame: Frame) -> Value | None:
    found = wiring_in(machine, node, frame)
    if found is not None:
        what = _WORDS.get(type(node), "this statement")
        machine.refuse(NotStaged(machine.span(found), what, "wiring"))
    else:
        keep_compound(machine, node, frame)
    return None


def wiring_in(
    machine: Machine, node: cst.BaseCompoundStatement, frame: Frame
) -> cst.CSTNode | None:
    """Where the statement touches the wiring, None where it does not."""
    for use in names(node):
        bound = frame.lookup(use.name)
        if bound is not None and (of_wiring(bound.value) or machine.is_wiring(bound.value)):
            return use.node or node
    return None


def keep_compound(machine: Machine, node: cst.BaseCompoundStatement, frame: Frame) -> None:
    """Records the statement; what it may change is not known afterwards."""
    uses = names(node)
    for use in uses:
        bound = frame.lookup(use.name)
        if bound is not None:
            give_up(bound.value)
    bound_names = dict.fromkeys(use.name for use in uses if use.binds)
    bare = node.with_changes(leading_lines=())
    keep(machine, frame, bare, [(name, RESIDUAL) for name in bound_names])
