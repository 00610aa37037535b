"""What code that stays cannot do with the app's own modules: they are not there in the driver."""

from __future__ import annotations

from ...diagnostics import Diagnostic
from ...diagnostics import staging as errors
from ...frontend.names import NameUse
from ..frame import Frame
from ..machine import Machine
from ..values import ModuleValue
from .members import public_names


def misuse(machine: Machine, frame: Frame, use: NameUse) -> Diagnostic | None:
    """What is wrong with a use of a name, if it stands for a module."""
    bound = frame.lookup(use.name)
    module = bound.value if bound is not None else None
    if not isinstance(module, ModuleValue) or use.node is None:
        return None
    for member in use.members:
        if use.stores and member is use.members[-1]:
            name, where = member.attr.value, f"gets a new `{member.attr.value}` in code that stays"
            return errors.ModuleAsValue(machine.span(member), module.name, where, changed=name)
        inner = module.frame.bindings.get(member.attr.value)
        if inner is None:
            known = tuple(public_names(module))
            name, span = member.attr.value, machine.span(member)
            return errors.MissingName(span, module.name, name, known, module.staged)
        if not isinstance(inner.value, ModuleValue):
            return None
        module = inner.value
    where = "is used as a value in code that stays"
    return errors.ModuleAsValue(machine.span(use.node), module.name, where)
