"""The app's functions and classes: what callers must know of them."""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from ..frontend.signature import describe_function, methods_of
from ..ir import (
    Callable_,
    Definition,
    DefinitionKind,
    Effect,
    Fragment,
    Symbol,
)
from .effects import effect_of
from .frame import Frame
from .machine import Callable_ as Tree
from .machine import Machine
from .values import FunctionValue, RemoteValue, TaskValue

_EMPTY = Fragment(())
# What decorators of these modules, and these builtins, do is done to the function alone.
_PURE = frozenset("abc contextlib dataclasses enum functools staticmethod typing".split())


def describe_definition(machine: Machine, symbol: Symbol) -> Definition:
    """The definition of `symbol`, still without its code."""
    tree = machine.trees[symbol]
    is_task = symbol in machine.decorators or symbol in machine.made
    if isinstance(tree, (cst.FunctionDef, cst.Lambda)):
        kind = DefinitionKind.TASK if is_task else DefinitionKind.FUNCTION
        kept = len(_kept(machine, tree, symbol))
        call = describe_function(machine.homes[symbol].parsed or machine.module, tree, kept)
        methods: tuple[Callable_, ...] = ()
        is_open = False
    else:
        kind = DefinitionKind.ACTOR if is_task else DefinitionKind.CLASS
        found = {m.name: m for m in reversed(list(_methods(machine, tree)))}
        is_open = not _bases_known(machine, tree)
        call = _making(
            machine, tree, found.get("__init__"), is_open, bool(_kept(machine, tree, symbol))
        )
        methods = tuple(m for name, m in found.items() if not name.startswith("__"))
    return Definition(
        symbol=symbol,
        kind=kind,
        head=_EMPTY,
        tail=_EMPTY,
        order=machine.record.next_order(),
        span=machine.span(tree if isinstance(tree, cst.Lambda) else tree.name),
        call=call,
        methods=methods,
        is_open=is_open,
        decorators=_decorators(machine, tree, symbol),
        has_effects=symbol not in machine.made and _has_effects(machine, tree, symbol),
        is_expression=symbol in machine.made,
        bases=tuple(_task_bases(machine, tree, machine.homes[symbol])),
    )


def _kept(machine: Machine, tree: Tree, symbol: Symbol) -> list[cst.Decorator]:
    if isinstance(tree, cst.Lambda):
        return []
    ours = machine.decorators.get(symbol, ())
    return [d for d in tree.decorators if not any(d is one for one in ours)]


def _decorators(machine: Machine, tree: Tree, symbol: Symbol) -> tuple[str, ...]:
    found = []
    for decorator in _kept(machine, tree, symbol):
        called = decorator.decorator
        called = called.func if isinstance(called, cst.Call) else called
        found.append(machine.qualified(called, machine.homes[symbol].module))
    return tuple(found)


def _has_effects(machine: Machine, tree: Tree, symbol: Symbol) -> bool:
    """Whether a decorator may register it somewhere, or the body of a class does something."""
    if any(name.split(".")[0] not in _PURE for name in _decorators(machine, tree, symbol)):
        return True
    if not isinstance(tree, cst.ClassDef):
        return False
    effects = (effect_of(part, machine, machine.homes[symbol]) for part in tree.body.body)
    return any(effect is not Effect.NONE for effect in effects)


def _making(
    machine: Machine, tree: cst.ClassDef, init: Callable_ | None, is_open: bool, stay: bool
) -> Callable_:
    """What making an instance takes, where no decorator that may `stay` changes it."""
    name, span = tree.name.value, machine.span(tree.name)
    unknown = stay or tree.keywords or (is_open and init is None)
    parameters = None if unknown else init.parameters if init is not None else ()
    return Callable_(name, parameters, None, False, span)


def _methods(machine: Machine, tree: cst.ClassDef) -> Iterator[Callable_]:
    """Its own methods, then those of its bases that the module defines."""
    for one in _family(machine, tree):
        if one is None:
            continue
        symbol = _symbol_of(machine, one)
        for method in methods_of(one):
            decorators = len(method.decorators)
            module = machine.homes[symbol].parsed or machine.module
            yield describe_function(module, method, decorators, one.name.value)


def _bases_known(machine: Machine, tree: cst.ClassDef) -> bool:
    return None not in _family(machine, tree)


def _family(machine: Machine, tree: cst.ClassDef) -> list[cst.ClassDef | None]:
    """The class and its bases, None for one that the module does not define."""
    found: list[cst.ClassDef | None] = []
    pending: list[cst.ClassDef | None] = [tree]
    while pending:
        one = pending.pop(0)
        if one not in found:
            found.append(one)
            pending.extend(() if one is None else _base_trees(machine, one))
    return found


def _task_bases(machine: Machine, tree: Tree, home: Frame) -> Iterator[Symbol]:
    for base in tree.bases if isinstance(tree, cst.ClassDef) else ():
        bound = home.named(base.value)
        if bound is not None and isinstance(bound.value, (RemoteValue, TaskValue)):
            yield bound.value.definition


def _base_trees(machine: Machine, tree: cst.ClassDef) -> Iterator[cst.ClassDef | None]:
    for arg in tree.bases:
        name = arg.value.value if isinstance(arg.value, cst.Name) else ""
        home = machine.homes.get(_symbol_of(machine, tree), machine.globals)
        bound = home.named(arg.value)
        base: Tree | None = None
        if bound is not None and isinstance(bound.value, (FunctionValue, RemoteValue, TaskValue)):
            base = machine.trees.get(bound.value.definition)
        if name != "object":
            yield base if isinstance(base, cst.ClassDef) else None


def _symbol_of(machine: Machine, tree: cst.ClassDef) -> Symbol:
    return next((s for s, held in machine.trees.items() if held is tree), Symbol("?", -1))
