"""`if TYPE_CHECKING:` imports, which Python never makes: annotations alone name what they bind.

What comes from one of the app's own modules is that module's, where the app imports it anyway.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import libcst as cst

from ...dialects import belongs
from ...frontend.search import find
from ...ir import Import, Symbol
from ...source import Span
from ..frame import Binding, Frame
from ..machine import Machine
from ..values import RESIDUAL, ModuleValue
from .importing import Imported, imported, module_of

_NAMES = ("typing.TYPE_CHECKING", "typing_extensions.TYPE_CHECKING")


@dataclass(frozen=True)
class Pending:
    """A name of one of the app's own modules, to be bound when all modules are staged."""

    frame: Frame
    one: Imported
    span: Span


def are_for_types(machine: Machine, node: cst.If, frame: Frame) -> bool:
    """Whether it holds imports for the type checker alone, and nothing else."""
    if machine.qualified(node.test, frame) not in _NAMES:
        return False
    smalls = find(node.body, cst.BaseSmallStatement)
    return bool(smalls) and all(isinstance(one, (cst.Import, cst.ImportFrom)) for one in smalls)


def import_for_types(machine: Machine, node: cst.If, frame: Frame) -> None:
    """Binds what the body imports, where nothing else does."""
    for small in find(node.body, cst.Import, cst.ImportFrom):
        own = list(imported(machine, small, frame))
        machine.type_imports += (Pending(frame, one, machine.span(one.place)) for one in own)
        local = {id(one.place) for one in own}
        source = module_of(machine, small, frame) if isinstance(small, cst.ImportFrom) else None
        aliases = () if isinstance(small.names, cst.ImportStar) else small.names
        for alias in aliases:
            name = alias.evaluated_name
            if id(alias) in local or belongs(source or name):
                continue
            bound = alias.evaluated_alias or name
            span = machine.span(small)
            if isinstance(small, cst.Import):
                _bind(machine, frame, bound.partition(".")[0], name, None, span)
            elif source is not None:
                _bind(machine, frame, bound, source, name, span)


def _bind(
    machine: Machine, frame: Frame, bound: str, module: str, name: str | None, span: Span
) -> None:
    if frame.lookup(bound) is not None:
        return
    symbol = frame.bind(bound, RESIDUAL, defined=True)
    order = machine.record.next_order()
    machine.record.add_import(Import(symbol, module, name, order, span, for_types=True))


def bind_pending(machine: Machine) -> None:
    """Binds the names of the app's own modules; modules that were never imported stay so."""
    for pending in machine.type_imports:
        frame, one = pending.frame, pending.one
        module = machine.modules.get(one.module)
        if frame.lookup(one.bound) is not None:
            continue
        if not isinstance(module, ModuleValue):
            _bind(machine, frame, one.bound, one.module, one.name, pending.span)
        elif one.name is None:
            top = machine.modules[one.module.partition(".")[0]]
            symbol = Symbol(one.bound, frame.scope)
            frame.set(one.bound, Binding(symbol, top if one.is_top else module, defined=True))
        elif (held := module.frame.bindings.get(one.name)) is not None:
            frame.set(one.bound, replace(held, defined=True))
