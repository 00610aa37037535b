"""Known rows that the driver goes through: what may be said of them from there on."""

from __future__ import annotations

import libcst as cst

from ..frame import Frame
from ..iterators import Iterator_
from ..machine import Machine
from ..together import goes_through_plainly
from ..values import Evaluated, Sequence_
from .held import rows_of


def known_rows(
    machine: Machine, node: cst.BaseExpression, given: Evaluated, frame: Frame
) -> Evaluated:
    """The rows as the driver has them; an iterator that it cannot make stays what it is."""
    rows = given
    if isinstance(given.value, Iterator_) and goes_through_plainly(machine, node, frame):
        items = machine.iterate(machine.evaluated(node, frame))  # it may have been gone through
        if items is not None:
            held = Sequence_(items, is_list=False)
            rows = Evaluated(held, given.code, given.span, given.source)
    return Evaluated(rows_of(rows), given.code, given.span, given.source)
