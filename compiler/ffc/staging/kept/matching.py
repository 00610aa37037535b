"""`match` around wiring that only the driver decides: its cases are branches.

match args.kind:                 a `match` in the driver, whose cases make different nodes
    case "fast":
        model = quick(points)
    case _:
        model = thorough(points)
"""

from __future__ import annotations

import libcst as cst

from ...diagnostics import staging as errors
from ...frontend.names import names
from ...frontend.search import find_outside_functions
from ...ir import BlockKind, join, text
from ..effects import effect_of
from ..forbid import forbid, refuse_names
from ..frame import Frame
from ..machine import Machine
from ..values import Value
from .blocks import stage_block
from .branches import Part, stage_branches


def kept_match(machine: Machine, node: cst.Match, frame: Frame) -> Value | None:
    """`match residual:` with wiring in it."""
    subject = machine.evaluate(node.subject, frame)
    refused = forbid(machine, node.subject, subject, "`match`")
    returns = find_outside_functions(node, cst.Return) if frame.outer is not None else ()
    if returns:
        machine.refuse(errors.NotStaged(machine.span(returns[0]), "`match`", "`return`"))
    wired = next((c.pattern for c in node.cases if machine.touches(c.pattern, frame)), None)
    if wired is not None:
        machine.refuse(errors.NotStaged(machine.span(wired), "a pattern", "wiring"))
    if refused is not None or returns or wired is not None:
        refuse_names(node, frame)
        return None
    parts = [
        Part("case", case.body, case.guard, pattern=case.pattern, binds=_captured(case))
        for case in node.cases
    ]
    _, left = stage_block(
        machine,
        node,
        BlockKind.ONCE,
        join(text("match "), machine.source(node.subject, frame)),
        lambda: stage_branches(machine, frame, node, parts),
        effect=effect_of(node.subject, machine, frame),
    )
    return left


def _captured(case: cst.MatchCase) -> tuple[str, ...]:
    """The names that its pattern binds."""
    return tuple(dict.fromkeys(use.name for use in names(case.pattern) if use.binds))
