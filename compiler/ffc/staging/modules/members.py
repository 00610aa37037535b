"""The names of the app's own modules, as others read, import and assign them."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from ...diagnostics import staging as errors
from ...frontend.names import names
from ...ir import Symbol, text
from ..frame import Binding
from ..machine import Machine
from ..values import BROKEN, RESIDUAL, ModuleValue, Value
from .importing import Imported
from .loading import load


def member(machine: Machine, module: ModuleValue, name: str, place: cst.CSTNode) -> Binding | None:
    """The name of a module, or the module inside of it, that is imported; None if it is refused."""
    held = module.frame.bindings.get(name)
    if held is not None:
        return held
    inner = f"{module.name}.{name}"
    assert machine.finder is not None
    if machine.finder.find(inner) is not None:
        value = load(machine, inner, place)
        if isinstance(value, ModuleValue):
            return Binding(Symbol(name, module.frame.scope), value, defined=True)
        return None
    if module.frame.stars:
        return Binding(Symbol(name, module.frame.scope), RESIDUAL, text(name))
    refuse_missing(machine, module, name, place)
    return None


def binding(machine: Machine, one: Imported) -> Binding:
    """What an imported name stands for."""
    module: ModuleValue | object = load(machine, one.module, one.place)
    nothing = Binding(Symbol(one.bound, -1), BROKEN)
    if not isinstance(module, ModuleValue):
        return nothing
    if one.name is not None:
        return member(machine, module, one.name, one.place) or nothing
    top = machine.modules[one.module.partition(".")[0]]
    return Binding(Symbol(one.bound, -1), top if one.is_top else module)


def refuse_missing(machine: Machine, module: ModuleValue, name: str, place: cst.CSTNode) -> Value:
    """Refuses a name that a module of the app does not have."""
    known = tuple(public_names(module))
    span = machine.span(place)
    return machine.refuse(errors.MissingName(span, module.name, name, known, module.staged))


def public_names(module: ModuleValue) -> Iterator[str]:
    """The names that `from module import *` binds where the module does not say it itself."""
    return (name for name in module.frame.bindings if not name.startswith("_"))


def rebinds_later(module: ModuleValue, name: str) -> bool:
    """Whether a function of the module binds that global name: importers keep the value it had."""
    tree = module.frame.parsed.tree if module.frame.parsed is not None else None
    return tree is not None and any(
        use.name == name and use.binds and use.late for use in names(tree)
    )


def assignable(machine: Machine, module: ModuleValue, target: cst.Attribute) -> bool:
    """Whether `module.name = …` can be followed; it is refused else."""
    if target.attr.value not in module.lent:
        return True
    span = machine.span(target)
    machine.refuse(errors.LentName(span, module.name, target.attr.value))
    return False
