"""`try`, `with` and `match` around wiring: staged in place where what they do is known, else kept.

Without wiring in them they stay code, and are worked out beside that.
"""

from __future__ import annotations

from collections.abc import Callable

import libcst as cst

from ...frontend.search import find_outside_functions
from ..frame import Frame
from ..machine import Machine
from ..steps import Run, Steps, at_once, finished
from ..steps.managers import with_steps
from ..steps.matching import match_steps
from ..steps.trying import try_steps
from ..tentative import tentative
from ..values import Value
from . import compound
from .optional import optional_import
from .quiet import keep_quiet


def tried(machine: Machine, node: cst.Try, frame: Frame) -> Value | None:
    known = optional_import(machine, node, frame)
    if known is not None:
        return machine.execute(known, frame)
    return _staged(machine, node, frame, lambda run: try_steps(machine, node, frame, run))


def match(machine: Machine, node: cst.Match, frame: Frame) -> Value | None:
    return _staged(machine, node, frame, lambda run: match_steps(machine, node, frame, run))


def managed(machine: Machine, node: cst.With, frame: Frame) -> Value | None:
    if node.asynchronous is not None:
        return compound.kept(machine, node, frame)
    return _staged(machine, node, frame, lambda run: with_steps(machine, node, frame, run))


def _staged(
    machine: Machine,
    node: cst.Try | cst.With | cst.Match,
    frame: Frame,
    steps: Callable[[Run], Steps],
) -> Value | None:
    def action() -> Value | None:
        return finished(steps(at_once(machine, frame)))

    if machine.trail.attempts:
        return action()
    if _is_quiet(machine, node, frame):
        keep_quiet(machine, node, frame, action)
        return None
    done, left = tentative(machine, frame, action)
    return left if done else compound.kept(machine, node, frame)


def _is_quiet(machine: Machine, node: cst.Try | cst.With | cst.Match, frame: Frame) -> bool:
    """Whether it can stay as it is: it makes no nodes, and the function goes on behind it."""
    if frame.outer is not None and find_outside_functions(node, cst.Return, cst.Yield):
        return False
    return compound.wiring_in(machine, node, [], frame) is None
