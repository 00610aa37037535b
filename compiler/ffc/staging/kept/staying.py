"""Loops over known values that stay all the same, because the driver decides where a pass ends."""

from __future__ import annotations

from collections.abc import Callable

import libcst as cst

from ...frontend.search import find_outside_functions
from ..frame import Frame
from ..jumps import How, Loop, Stays
from ..machine import Machine
from ..tentative import Point
from ..values import Value


def unless_it_stays(
    machine: Machine,
    node: cst.For | cst.While,
    frame: Frame,
    worked_out: Callable[[Loop], Value | None],
    kept: Callable[[], Value | None],
) -> Value | None:
    """Stages the loop pass by pass; if it must stay, takes that back and keeps it."""
    jumps = find_outside_functions(node.body, cst.Break, cst.Continue, cst.Return)
    if not jumps and isinstance(node, cst.For):
        return worked_out(Loop(How.FIXED))
    loop = Loop(How.UNROLLED)
    point = Point(machine, frame)
    try:
        left = worked_out(loop)
    except Stays as stays:
        if stays.loop is not loop:
            point.go_on()
            raise
        point.back()
        return kept()
    except BaseException:
        point.go_on()
        raise
    point.go_on()
    return left
