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
        found = {m.name: m for m in reversed(list(_methods(machine, symbol)))}
        is_open = None in _family(machine, symbol)
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


def _methods(machine: Machine, symbol: Symbol) -> Iterator[Callable_]:
    """Its own methods, then those of its bases that the module defines."""
    for one in _family(machine, symbol):
        tree = machine.trees[one] if one is not None else None
        if one is None or not isinstance(tree, cst.ClassDef):
            continue
        module = machine.homes[one].parsed or machine.module
        for method in methods_of(tree):
            yield describe_function(module, method, len(method.decorators), one)


def _family(machine: Machine, symbol: Symbol) -> list[Symbol | None]:
    """The class and its bases, None for one that the module does not define."""
    found: list[Symbol | None] = []
    pending: list[Symbol | None] = [symbol]
    while pending:
        one = pending.pop(0)
        if one not in found:
            found.append(one)
            pending.extend(() if one is None else _bases(machine, one))
    return found


def _task_bases(machine: Machine, tree: Tree, home: Frame) -> Iterator[Symbol]:
    for base in tree.bases if isinstance(tree, cst.ClassDef) else ():
        bound = home.named(base.value)
        if bound is not None and isinstance(bound.value, (RemoteValue, TaskValue)):
            yield bound.value.definition


def _bases(machine: Machine, symbol: Symbol) -> Iterator[Symbol | None]:
    tree = machine.trees[symbol]
    for arg in tree.bases if isinstance(tree, cst.ClassDef) else ():
        name = arg.value.value if isinstance(arg.value, cst.Name) else ""
        bound = machine.homes[symbol].named(arg.value)
        base: Symbol | None = None
        if bound is not None and isinstance(bound.value, (FunctionValue, RemoteValue, TaskValue)):
            base = bound.value.definition
        if name != "object":
            is_class = base is not None and isinstance(machine.trees.get(base), cst.ClassDef)
            yield base if is_class else None
