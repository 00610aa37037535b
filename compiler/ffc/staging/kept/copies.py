"""Copies of variables of the driver, for containers that hold what such a variable held.

pair = [node]                                before = node
node = step(node)                    →       node = step.remote(node)
total = both(pair)                           total = both.remote(*pack([before]))

The list is not there in the driver: it is written where a node gets it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...ir import Fragment, Part, Symbol, SymbolUse, join, of_block, text
from ...source import Span
from ..frame import Frame
from ..keep import keep_wiring
from ..machine import Machine
from ..values import (
    Evaluated,
    ManyValue,
    Mapping_,
    Object_,
    RefValue,
    Sequence_,
    Value,
    elements,
)

_Owner = Sequence_ | Mapping_ | Object_


def copy_if_held(machine: Machine, frame: Frame, name: str, span: Span) -> None:
    """Before a variable that blocks share is bound again: containers keep what it held."""
    home = frame.home(name)
    if home.shared[name]:
        copy_held(machine, home, name, span)


def copy_held(machine: Machine, home: Frame, name: str, span: Span) -> None:
    """The same for one of the names of `home`, shared or not."""
    held = home.bindings.get(name)
    if held is None or not isinstance(held.value, (RefValue, ManyValue)):
        return
    symbol = held.symbol
    owners = [one for one in _reached(home) if any(_names(e, symbol) for e in elements(one))]
    if not owners or machine.trail.attempts:
        return
    copy = of_block(name, machine.record.next_order())
    code = join(SymbolUse(copy), text(" = "), SymbolUse(symbol), text("\n"))
    keep_wiring(machine, code, (copy,), (), span)
    for owner in owners:
        machine.trail.save(owner)
        _replace(owner, symbol, copy)


def _reached(frame: Frame | None) -> Iterator[_Owner]:
    """The containers and objects that variables hold, and those in them."""
    seen: set[int] = set()
    pending: list[Value] = []
    while frame is not None:
        pending += (bound.value for bound in frame.bindings.values())
        frame = frame.outer
    while pending:
        one = pending.pop()
        if id(one) in seen or not isinstance(one, (Sequence_, Mapping_, Object_)):
            continue
        seen.add(id(one))
        yield one
        pending += (element.value for element in elements(one))


def _names(element: Evaluated, symbol: Symbol) -> bool:
    is_held = isinstance(element.value, (RefValue, ManyValue))
    return is_held and symbol in element.code.symbols


def _replace(owner: _Owner, symbol: Symbol, copy: Symbol) -> None:
    def named(code: Fragment) -> Fragment:
        return join(*(_part(part, symbol, copy) for part in code.parts))

    def changed(element: Evaluated) -> Evaluated:
        if not _names(element, symbol):
            return element
        return replace(element, code=named(element.code), source=None)

    match owner:
        case Sequence_():
            owner.items[:] = map(changed, owner.items)
        case Mapping_():
            owner.entries.update({k: (n, changed(e)) for k, (n, e) in owner.entries.items()})
        case Object_():
            owner.fields.update({name: changed(e) for name, e in owner.fields.items()})


def _part(part: Part, symbol: Symbol, copy: Symbol) -> Part:
    return SymbolUse(copy) if part == SymbolUse(symbol) else part
