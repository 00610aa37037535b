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
from ..ir import Callable_, Definition, DefinitionKind, Fragment, Symbol, join, text
from .machine import Definition_, Machine
from .values import FunctionValue, TaskValue

_EMPTY = Fragment(())


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
    )


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
    for method in methods_of(tree):
        decorators = len(method.decorators)
        yield describe_function(machine.module, method, decorators, tree.name.value)
    for base in _base_trees(machine, tree):
        if base is not None and base is not tree:
            yield from _methods(machine, base)


def _bases_known(machine: Machine, tree: cst.ClassDef) -> bool:
    bases = _base_trees(machine, tree)
    return all(base is not None and _bases_known(machine, base) for base in bases)


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
