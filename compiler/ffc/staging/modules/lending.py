"""Names of one module that another imports.

    from config import RATE      the very variable of `config`: in the driver there is one `RATE`

Where a function of that module binds the name later, the importing module has a variable of its
own, which keeps the value that was imported. So it has in a block that stays, which may be passed
over.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import libcst as cst

from ...diagnostics import staging as errors
from ...ir import Fragment, SymbolUse
from ..frame import Binding, Frame
from ..keep import keep_binding
from ..machine import Machine
from ..values import Evaluated, ModuleValue, of_wiring, to_python
from .members import member, public_names, rebinds_later


def lend(
    machine: Machine,
    frame: Frame,
    bound: str,
    module: ModuleValue,
    name: str,
    found: Binding,
    place: cst.CSTNode,
) -> None:
    """Binds `bound` to what `name` stands for in the module."""
    machine.trail.bindings += 1
    changes_later = not found.defined and rebinds_later(module, name)
    if not of_wiring(found.value) and (changes_later or machine.record.is_kept):
        code = found.code or Fragment((SymbolUse(found.symbol),))
        given = Evaluated(found.value, code, machine.span(place))
        keep_binding(machine, frame, cst.Name(bound), given)
        return
    if not found.defined:
        module.lent.add(name)
    frame.home(bound).set(bound, replace(found, defined=True))


def lend_all(machine: Machine, frame: Frame, module: ModuleValue, place: cst.ImportFrom) -> None:
    """`from module import *`."""
    names = _exported(machine, module, place)
    for name in names:
        found = member(machine, module, name, place)
        if found is not None:
            lend(machine, frame, name, module, name, found, place)
    frame.module.stars = frame.module.stars or module.frame.stars


def _exported(machine: Machine, module: ModuleValue, place: cst.CSTNode) -> Iterable[str]:
    held = module.frame.bindings.get("__all__")
    if held is None:
        return list(public_names(module))
    names = to_python(held.value)
    if isinstance(names, (list, tuple)) and all(isinstance(name, str) for name in names):
        return [str(name) for name in names]
    what = f"`__all__` of `{module.name}`"
    machine.refuse(errors.NeedsKnown(machine.span(place), what, "a list of names"))
    return ()
