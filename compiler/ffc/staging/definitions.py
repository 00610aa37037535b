"""The app's functions and classes: what callers must know of them, and their code.

@workflow                    head: the comment, and decorators above `@workflow`
@timed                       tail: `@timed def f…`; emission puts `@ray.remote` between them
def f(x): …
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import libcst as cst

from ..frontend.signature import describe_function, methods_of
from ..ir import (
    Callable_,
    Definition,
    DefinitionKind,
    Effect,
    Fragment,
    Symbol,
    join,
    text,
)
from .effects import effect_of
from .machine import Definition_, Machine
from .values import FunctionValue, TaskValue

_EMPTY = Fragment(())
# What decorators of these modules, and these builtins, do is done to the function alone.
_PURE = frozenset("abc contextlib dataclasses enum functools staticmethod typing".split())


def describe_definition(machine: Machine, symbol: Symbol) -> Definition:
    """The definition of `symbol`, still without its code."""
    tree = machine.trees[symbol]
    is_task = symbol in machine.decorators
    if isinstance(tree, cst.FunctionDef):
        kind = DefinitionKind.TASK if is_task else DefinitionKind.FUNCTION
        call = describe_function(machine.module, tree, len(tree.decorators) - is_task)
        methods: tuple[Callable_, ...] = ()
        is_open = False
    else:
        kind = DefinitionKind.ACTOR if is_task else DefinitionKind.CLASS
        found = {m.name: m for m in reversed(list(_methods(machine, tree)))}
        is_open = not _bases_known(machine, tree)
        call = _making(machine, tree, found.get("__init__"), is_open, is_task)
        methods = tuple(m for name, m in found.items() if not name.startswith("__"))
    return Definition(
        symbol=symbol,
        kind=kind,
        head=_EMPTY,
        tail=_EMPTY,
        order=machine.record.next_order(),
        span=machine.span(tree.name),
        call=call,
        methods=methods,
        is_open=is_open,
        decorators=_decorators(machine, tree, symbol),
        has_effects=_has_effects(machine, tree, symbol),
    )


def _kept(machine: Machine, tree: Definition_, symbol: Symbol) -> list[cst.Decorator]:
    return [d for d in tree.decorators if d is not machine.decorators.get(symbol)]


def _decorators(machine: Machine, tree: Definition_, symbol: Symbol) -> tuple[str, ...]:
    found = []
    for decorator in _kept(machine, tree, symbol):
        called = decorator.decorator
        called = called.func if isinstance(called, cst.Call) else called
        found.append(machine.qualified(called))
    return tuple(found)


def _has_effects(machine: Machine, tree: Definition_, symbol: Symbol) -> bool:
    """Whether a decorator may register it somewhere, or the body of a class does something."""
    if any(name.split(".")[0] not in _PURE for name in _decorators(machine, tree, symbol)):
        return True
    if isinstance(tree, cst.FunctionDef):
        return False
    effects = (effect_of(part, machine, machine.globals) for part in tree.body.body)
    return any(effect is not Effect.NONE for effect in effects)


def _making(
    machine: Machine, tree: cst.ClassDef, init: Callable_ | None, is_open: bool, is_task: bool
) -> Callable_:
    """What making an instance takes, where nothing may change it."""
    name, span = tree.name.value, machine.span(tree.name)
    unknown = len(tree.decorators) > is_task or tree.keywords or (is_open and init is None)
    parameters = None if unknown else init.parameters if init is not None else ()
    return Callable_(name, parameters, None, False, span)


def _methods(machine: Machine, tree: cst.ClassDef) -> Iterator[Callable_]:
    """Its own methods, then those of its bases that the module defines."""
    for one in _family(machine, tree):
        if one is None:
            continue
        for method in methods_of(one):
            decorators = len(method.decorators)
            yield describe_function(machine.module, method, decorators, one.name.value)


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


def _base_trees(machine: Machine, tree: cst.ClassDef) -> Iterator[cst.ClassDef | None]:
    for arg in tree.bases:
        name = arg.value.value if isinstance(arg.value, cst.Name) else ""
        bound = machine.globals.lookup(name) if isinstance(name, str) else None
        base: Definition_ | None = None
        if bound is not None and isinstance(bound.value, (FunctionValue, TaskValue)):
            base = machine.trees.get(bound.value.definition)
        if name != "object":
            yield base if isinstance(base, cst.ClassDef) else None


def with_code(machine: Machine, definition: Definition) -> Definition:
    """The definition with its code, once all names of the module are bound."""
    tree = machine.trees[definition.symbol]
    task = machine.decorators.get(definition.symbol)
    index = tree.decorators.index(task) if task is not None else 0
    above, below = tree.decorators[:index], tree.decorators[index + (task is not None) :]
    head = [text("".join(f"{line}\n" for line in comments_above(tree.leading_lines)))]
    head += (_code(machine, decorator, definition) for decorator in above)
    bare = tree.with_changes(
        leading_lines=(), decorators=[_bare(d) for d in below], lines_after_decorators=()
    )
    return replace(definition, head=join(*head), tail=_code(machine, bare, definition))


def _bare(decorator: cst.Decorator) -> cst.Decorator:
    return decorator.with_changes(leading_lines=())


def _code(machine: Machine, node: cst.CSTNode, definition: Definition) -> Fragment:
    """Its own name is this very definition, where the module binds the name again later."""
    code = machine.code(node, machine.globals)
    final = machine.globals.lookup(definition.symbol.name)
    if final is None or final.symbol == definition.symbol:
        return code
    return machine.code_as(node, machine.globals, {definition.symbol.name: definition.symbol})


def comments_above(lines: Iterable[cst.EmptyLine]) -> list[str]:
    """The comments that stand right above a definition, with no blank line between."""
    found: list[str] = []
    for line in lines:
        found = [] if line.comment is None else [*found, line.comment.value]
    return found
