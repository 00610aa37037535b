"""Imports of the app's own modules inside code that stays.

@task                                     the import is gone, and the function uses what stands at
def greet(name):                          the module's level of the driver
    from texts import shout        →
    return shout(name)
"""

from __future__ import annotations

from dataclasses import dataclass, field

import libcst as cst

from ...diagnostics import staging as errors
from ...frontend.names import body_names, bound_inside
from ...frontend.search import find, find_outside_functions
from ...ir import Fragment, Symbol, SymbolUse, text
from ..frame import Frame
from ..machine import Machine
from .importing import (
    IMPORTS,
    Import_,
    Imported,
    absolute,
    has_imports,
    imported,
    imported_names,
    module_of,
    refuse_relative,
)
from .kept import refuse_kept
from .lines import rest, take_out, written
from .members import binding
from .misuse import misuse


@dataclass(frozen=True)
class Inner:
    """What is written in place of names, of import statements and lines, by their identity.

    `known` are the statements that were resolved. The names that are bound no more are `gone`, with
    how often they were.
    """

    replaced: dict[int, Fragment] = field(default_factory=dict)
    known: set[int] = field(default_factory=set)
    gone: dict[str, int] = field(default_factory=dict)


def inner_imports(machine: Machine, piece: cst.CSTNode, home: Frame) -> Inner:
    """Resolves what is imported of the app's own modules in `piece`, whose scope is `home`."""
    inner = Inner()
    if machine.finder is None or not has_imports(piece):
        return inner
    outside, machine.module = machine.module, home.parsed or machine.module
    for function in find(piece, cst.FunctionDef):
        smalls: tuple[Import_, ...] = find_outside_functions(function.body, *IMPORTS)
        own = {small: list(imported(machine, small, home)) for small in smalls}
        if any(own.values()):
            _resolve(machine, function, own, home, inner)
    for small in find(piece, *IMPORTS):
        if id(small) not in inner.known and id(small) not in home.replaced:
            _other(machine, small, home, inner)
    machine.module = outside
    for code in inner.replaced.values():
        for symbol in code.symbols:
            if bound_inside(piece)[symbol.name] > inner.gone.get(symbol.name, 0):
                machine.captured[symbol] = None
    return inner


def _resolve(
    machine: Machine,
    function: cst.FunctionDef,
    own: dict[Import_, list[Imported]],
    home: Frame,
    inner: Inner,
) -> None:
    """Finds what the names stand for that the function imports."""
    frame = Frame(home.scope, machine.trail, outer=home)
    for small, names in own.items():
        if names:
            inner.known.add(id(small))
            inner.replaced[id(small)] = rest(small, names)
        for one in names:
            found = binding(machine, one)
            held = frame.bindings.get(one.bound)
            if held is not None and held.value is not found.value:
                _refuse_unclear(machine, one)
            frame.bindings[one.bound] = found
            inner.gone[one.bound] = inner.gone.get(one.bound, 0) + 1
    take_out(function, inner.replaced)
    uses = body_names(function)
    _check_bound_once(machine, function, [one for names in own.values() for one in names])
    for use in uses:
        if use.name not in frame.bindings or use.binds or use.node is None:
            continue
        problem, meant = misuse(machine, frame, use), frame.meaning(use)
        if problem is not None:
            machine.refuse(problem)
        elif meant is not None:
            node, code = meant
            whole = Fragment((SymbolUse(code),)) if isinstance(code, Symbol) else code
            inner.replaced[id(node)] = whole


def _check_bound_once(machine: Machine, function: cst.FunctionDef, own: list[Imported]) -> None:
    """Refuses names that are something else as well: which one is used, only the run knows."""
    for one in own:
        binds = sum(use.binds and use.name == one.bound for use in body_names(function))
        if binds > sum(other.bound == one.bound for other in own):
            _refuse_unclear(machine, one)


def _refuse_unclear(machine: Machine, one: Imported) -> None:
    reason = f"`{one.bound}` is imported here, and bound in another way as well"
    machine.refuse(errors.LateImport(machine.span(one.place), one.module, reason))


def _other(machine: Machine, small: Import_, home: Frame, inner: Inner) -> None:
    """An import that stays, or that stands where names cannot be resolved."""
    module = module_of(machine, small, home) if isinstance(small, cst.ImportFrom) else ""
    if isinstance(small, cst.ImportFrom) and module is None:
        refuse_relative(machine, small, home)
    for one in imported(machine, small, home):
        reason = f"`{one.module}` is imported in the body of a class"
        machine.refuse(errors.LateImport(machine.span(small), one.module, reason))
        return
    if isinstance(small, cst.Import):
        for alias in small.names:
            refuse_kept(machine, alias.evaluated_name, alias)
    elif module:
        refuse_kept(machine, module, small, imported_names(small))
    if isinstance(small, cst.ImportFrom) and small.relative and module:
        inner.replaced[id(small)] = text(written(absolute(small, module)))
