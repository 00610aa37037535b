"""Puts a driver together."""

from __future__ import annotations

from dataclasses import dataclass

from ..ir import Program
from .format import format_driver
from .monitoring import with_monitor
from .plan import plan_driver
from .render import render


@dataclass(frozen=True)
class Target:
    """What the head of the driver says: the `source` it was made of, and the `command` for that.

    Both are empty for a source that is no file.
    """

    source: str = ""
    command: str = ""


def emit(program: Program, target: Target) -> str:
    """The text of the driver of a program whose runs are planned."""
    plan = plan_driver(program, target.source, target.command)
    driver = format_driver(render(plan))
    if not plan.monitor:
        return driver
    return with_monitor(driver, plan.monitor, plan.hidden, (plan.main.name, *plan.around))
