"""Loops, `with`, `try` and `match`: kept as they are, where they are not about the wiring."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst
from libcst.helpers import get_full_name_for_node

from ...diagnostics import staging as errors
from ...dialects import belongs
from ...frontend.names import names
from ...frontend.search import find_outside_functions
from ..blocks import block
from ..frame import Frame
from ..keep import keep
from ..machine import Machine
from ..values import BROKEN, RESIDUAL, Value, give_up, of_wiring

_WORDS: dict[type[cst.BaseStatement], str] = {
    cst.For: "a loop",
    cst.While: "a loop",
    cst.With: "`with`",
    cst.Try: "`try`",
    cst.TryStar: "`try`",
    cst.Match: "`match`",
}


def kept(machine: Machine, node: cst.BaseCompoundStatement, frame: Frame) -> Value | None:
    if isinstance(node, cst.Try) and _imports_dialect(node):
        return machine.execute(block(node.body), frame)
    head = _head(node)
    values = [machine.evaluate(expression, frame) for expression in head]
    wired = (e for e, v in zip(head, values, strict=True) if of_wiring(v))
    found = next(wired, None) or wiring_in(machine, node, head, frame)
    if found is None:
        keep_compound(machine, node, frame)
        return None
    what = _WORDS.get(type(node), "this statement")
    machine.refuse(errors.NotStaged(machine.span(found), what, "wiring"))
    refuse_names(node, frame)
    return None


def _imports_dialect(node: cst.Try) -> bool:
    """`try: from functionfuse import task` with another front end behind `except ImportError`."""
    first = node.body.body[0] if isinstance(node.body, cst.IndentedBlock) else None
    small = first.body[0] if isinstance(first, cst.SimpleStatementLine) else None
    if isinstance(small, cst.ImportFrom) and small.module is not None:
        return belongs(get_full_name_for_node(small.module) or "")
    return isinstance(small, cst.Import) and belongs(small.names[0].evaluated_name)


def _head(node: cst.BaseCompoundStatement) -> list[cst.BaseExpression]:
    """What is evaluated once, before the block: it is staged, as in `for x in flow.run():`."""
    if isinstance(node, cst.For):
        return [node.iter]
    if isinstance(node, cst.With):
        return [item.item for item in node.items]
    return [node.subject] if isinstance(node, cst.Match) else []


def wiring_in(
    machine: Machine,
    node: cst.BaseCompoundStatement,
    head: Sequence[cst.BaseExpression],
    frame: Frame,
) -> cst.CSTNode | None:
    """Where the statement touches the wiring, its `head` left out; None where it does not."""
    staged = {id(use.node) for expression in head for use in names(expression)}
    for use in names(node):
        if id(use.node) in staged:
            continue
        bound = frame.lookup(use.name)
        if bound is not None and (of_wiring(bound.value) or machine.is_wiring(bound.value)):
            return use.node or node
    return None


def refuse_names(node: cst.CSTNode, frame: Frame) -> None:
    """Nothing more is said about what a refused statement binds."""
    for use in names(node):
        if use.binds:
            frame.bind(use.name, BROKEN)


def keep_compound(machine: Machine, node: cst.BaseCompoundStatement, frame: Frame) -> None:
    """Records the statement; what it may change is not known afterwards."""
    if frame.outer is not None and not isinstance(node, (cst.FunctionDef, cst.ClassDef)):
        returns = find_outside_functions(node, cst.Return)
        if returns:
            what = _WORDS.get(type(node), "a condition that only the run decides")
            machine.refuse(errors.NotStaged(machine.span(returns[0]), what, "`return`"))
            return
    uses = names(node)
    for use in uses:
        bound = frame.lookup(use.name)
        if bound is not None:
            give_up(bound.value)
    bound_names = dict.fromkeys(use.name for use in uses if use.binds)
    bare = node.with_changes(leading_lines=())
    keep(machine, frame, bare, [(name, RESIDUAL) for name in bound_names])
