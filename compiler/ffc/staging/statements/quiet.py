"""Compound statements without wiring: they stay code, and are worked out beside that.

names = []                               the loop stays in the driver, if it is needed there;
for kind in kinds:              →        that `names` is then ["MOONS", "CIRCLES"] is known
    names.append(kind.upper())
"""

from __future__ import annotations

from collections.abc import Callable

import libcst as cst

from ...ir import Effect
from ..attempt import Impure
from ..frame import Frame
from ..keep import keep
from ..machine import Machine
from ..raising import Raised
from ..values import Value
from .compound import keep_compound
from .left import bound_names, give_variables, restore


def keep_quiet(
    machine: Machine,
    node: cst.BaseCompoundStatement,
    frame: Frame,
    action: Callable[[], Value | None],
) -> None:
    """Keeps the statement; if `action` works it out without effects, what it leaves is known."""
    layout, noted = (
        machine.record.layout,
        (dict(frame.replaced), dict(frame.effects), dict(frame.made)),
    )
    path = machine.record.path
    before = {name: frame.lookup(name) for name in bound_names(node)}
    start, guarded = machine.trail.begin(), machine.guarded
    try:
        if action() is not None:
            raise Impure
    except (Impure, RecursionError, Raised) as stopped:
        changed = machine.trail.owners(start)
        machine.trail.back(start)
        machine.guarded = guarded
        if isinstance(stopped, Raised) and guarded and not changed:
            raise
        known = False
    else:
        known = True
    machine.record.layout, machine.record.path = layout, path
    frame.replaced, frame.effects, frame.made = noted
    if not known:
        keep_compound(machine, node, frame)
        return
    changed = machine.trail.owners(start)
    machine.trail.keep()
    changes = [symbol for owner in changed for symbol in machine.names_of(frame, owner)]
    left = [name for name, held in before.items() if frame.lookup(name) is held]
    give_variables(machine, node, frame, left, behind=False)
    found = {name: frame.lookup(name) for name in before}
    values = [(name, held.value) for name, held in found.items() if held is not None]
    bare = node.with_changes(leading_lines=())
    keep(machine, frame, bare, values, changes=changes, effect=Effect.NONE)
    for name in left:
        restore(frame, name, found[name])
