"""Packages that `--no-inline` keeps as imports: ffc looks into them only to say what is lost."""

from __future__ import annotations

import libcst as cst

from ...diagnostics import staging as errors
from ...dialects import belongs
from ...frontend.mentions import mentions
from ..machine import Machine


def refuse_kept(
    machine: Machine, module: str, place: cst.CSTNode, names: tuple[str, ...] = ()
) -> bool:
    """Refuses to keep a module that has wiring, or from which one that has is imported."""
    finder = machine.finder
    if finder is None or not finder.keeps(module):
        return False
    for one in (module, *(f"{module}.{name}" for name in names)):
        if mentions(finder, one, belongs):
            machine.refuse(errors.KeptWiring(machine.span(place), one))
            return True
    return False
