"""Loops, `with`, `try` and `match`: kept as they are, where they are not about the wiring."""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from ...diagnostics import staging as errors
from ...frontend.names import names
from ...frontend.search import find_outside_functions, find_outside_loops
from ...ir import Effect
from ..effects import effect_of
from ..forbid import refuse_names
from ..frame import Frame
from ..jumps import condition, leaves_pass, note_exit
from ..keep import keep
from ..kept.branches import kept_try, kept_with
from ..kept.matching import kept_match
from ..machine import Machine
from ..modules.blocks import assign_imports, imported_values
from ..values import RESIDUAL, Value, give_up, of_wiring
from .left import bound_names, give_variables

_WORDS: dict[type[cst.BaseStatement], str] = {
    cst.For: "a loop",
    cst.While: "a loop",
    cst.With: "`with`",
    cst.Try: "`try`",
    cst.TryStar: "`try`",
    cst.Match: "`match`",
}


def kept(machine: Machine, node: cst.BaseCompoundStatement, frame: Frame) -> Value | None:
    head = _head(node)
    values = [machine.evaluate(expression, frame) for expression in head]
    wired = (e for e, v in zip(head, values, strict=True) if of_wiring(v))
    found = next(wired, None) or wiring_in(machine, node, head, frame)
    returns = frame.outer is not None and bool(find_outside_functions(node, cst.Return))
    if found is None and not (returns and isinstance(node, (cst.With, cst.Try))):
        keep_compound(machine, node, frame)
        return None
    if isinstance(node, cst.With) and node.asynchronous is None:
        return kept_with(machine, node, frame)
    if isinstance(node, cst.Try):
        return kept_try(machine, node, frame)
    if isinstance(node, cst.Match) and found is not None:
        return kept_match(machine, node, frame)
    what = _WORDS.get(type(node), "this statement")
    machine.refuse(errors.NotStaged(machine.span(found or node), what, "wiring"))
    refuse_names(node, frame)
    return None


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
        bound = frame.meant(use)
        if bound is not None and (of_wiring(bound.value) or machine.is_wiring(bound.value)):
            return use.node or node
    is_wired = any(of_wiring(value) for value in imported_values(machine, node, frame))
    return node if is_wired else None


def keep_compound(machine: Machine, node: cst.BaseCompoundStatement, frame: Frame) -> None:
    """Records the statement; what it may change is not known afterwards."""
    if frame.outer is not None and not isinstance(node, (cst.FunctionDef, cst.ClassDef)):
        returns = find_outside_functions(node, cst.Return)
        if returns:
            what = _WORDS.get(type(node), "a condition that only the run decides")
            machine.refuse(errors.NotStaged(machine.span(returns[0]), what, "`return`"))
            return
    jumps = find_outside_loops(node, cst.Break, cst.Continue)
    if jumps and not _may_jump(machine, frame, jumps[0]):
        return
    give_variables(machine, node, frame, bound_names(node))
    assign_imports(machine, node, frame)
    uses = names(node)
    for use in uses:
        bound = frame.meant(use)
        if bound is not None:
            give_up(bound.value)
    bare = node.with_changes(leading_lines=())
    effect = max(effect_of(bare, machine, frame), Effect.OBSERVABLE) if jumps else None
    unknown = [(name, RESIDUAL) for name in bound_names(node)]
    keep(machine, frame, bare, unknown, effect=effect, jumps=bool(jumps))
    if jumps:
        note_exit(machine, frame)


def _may_jump(machine: Machine, frame: Frame, jump: cst.CSTNode) -> bool:
    """Whether the loop around is the driver's, as what is kept in it ends a pass of it."""
    with condition(frame):
        return leaves_pass(machine, frame, jump)
