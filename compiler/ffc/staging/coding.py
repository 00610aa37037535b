"""The code of the app's functions and classes, once all names of their modules are bound.

@workflow                    head: the comment, and decorators above `@workflow`
@timed                       tail: `@timed def f…`; emission puts `@ray.remote` between them
def f(x): …
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import libcst as cst

from ..frontend.names import names
from ..ir import Configure, Definition, Equip, Fragment, Plain, Rename, Symbol, join, text
from ..ir.setup import codes
from .machine import Machine
from .modules.importing import has_imports
from .modules.inner import Inner, inner_imports
from .modules.misuse import misuse


def coded(machine: Machine) -> tuple[Definition, ...]:
    """All definitions with their code.

    What functions import inside is looked at only if something names the function: it may bring in
    modules, with definitions of their own.
    """
    machine.is_over = True
    record = machine.record
    found: dict[Symbol, Definition] = {}
    while True:
        wanted = _reached(machine, found)
        new = [
            d for d in record.definitions if d.symbol not in found and _is_due(machine, d, wanted)
        ]
        if not new:
            return tuple(found.get(d.symbol, d) for d in record.definitions)
        for definition in new:
            found[definition.symbol] = with_code(machine, definition)


def _is_due(machine: Machine, definition: Definition, wanted: set[Symbol]) -> bool:
    if definition.symbol in wanted or machine.finder is None:
        return True
    return not has_imports(machine.trees[definition.symbol])


def _reached(machine: Machine, found: dict[Symbol, Definition]) -> set[Symbol]:
    """What statements, nodes and the definitions that have their code by now name."""
    if machine.finder is None:
        return set()
    wanted = {node.definition for node in machine.record.nodes}
    wanted.update(symbol for code in _codes(machine) for symbol in code.symbols)
    for definition in found.values():
        wanted.update((*definition.head.symbols, *definition.tail.symbols))
    return wanted


def _codes(machine: Machine) -> Iterator[Fragment]:
    record = machine.record
    for node in record.nodes:
        yield from (argument.value for argument in node.arguments)
    for flow in record.flows:
        yield from (option.value for option in flow.init)
    for statement in record.statements:
        if isinstance(statement, Plain):
            yield statement.code
        elif isinstance(statement, Rename):
            yield statement.name
        elif isinstance(statement, Equip):
            yield from codes(statement.setups)
        elif isinstance(statement, Configure):
            yield from (option.value for option in statement.options)


def with_code(machine: Machine, definition: Definition) -> Definition:
    """The definition with its code, and what is wrong with that."""
    tree, home = machine.trees[definition.symbol], machine.homes[definition.symbol]
    outside, machine.module = machine.module, home.parsed or machine.module
    problems = [one for use in names(tree) if (one := misuse(machine, home, use)) is not None]
    inner = inner_imports(machine, tree, home)
    head, tail = _head_and_tail(machine, definition, inner)
    machine.module = outside
    return replace(definition, head=head, tail=tail, problems=tuple(problems))


def _head_and_tail(
    machine: Machine, definition: Definition, inner: Inner
) -> tuple[Fragment, Fragment]:
    made = machine.made.get(definition.symbol)
    if made is not None:
        return definition.head, made
    tree = machine.trees[definition.symbol]
    assert not isinstance(tree, cst.Lambda)
    ours = machine.decorators.get(definition.symbol, ())
    index = tree.decorators.index(ours[0]) if ours else 0
    above = tree.decorators[:index]
    below = [one for one in tree.decorators[index:] if one not in ours]
    head = [text("".join(f"{line}\n" for line in comments_above(tree.leading_lines)))]
    head += (_code(machine, decorator, definition, inner) for decorator in above)
    bare = tree.with_changes(
        leading_lines=(), decorators=[_bare(d) for d in below], lines_after_decorators=()
    )
    return join(*head), _code(machine, bare, definition, inner)


def _bare(decorator: cst.Decorator) -> cst.Decorator:
    return decorator.with_changes(leading_lines=())


def _code(machine: Machine, node: cst.CSTNode, definition: Definition, inner: Inner) -> Fragment:
    """Its own name is this very definition, where the scope binds the name again later."""
    home, symbol = machine.homes[definition.symbol], definition.symbol
    final = home.lookup(symbol.name)
    is_final = final is not None and final.symbol == symbol
    own = {} if is_final else {symbol.name: symbol}
    defaults = machine.written_defaults.get(symbol, {})
    return machine.code_as(node, home, own, {**inner.replaced, **defaults})


def comments_above(lines: Iterable[cst.EmptyLine]) -> list[str]:
    """The comments that stand right above a definition, with no blank line between."""
    found: list[str] = []
    for line in lines:
        found = [] if line.comment is None else [*found, line.comment.value]
    return found
