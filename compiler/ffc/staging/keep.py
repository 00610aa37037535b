"""Statements that stay code in the driver."""

from __future__ import annotations

import re
from collections.abc import Iterable

import libcst as cst

from ..frontend.fragments import fragment
from ..frontend.names import NameUse, names
from ..ir import Effect, Fragment, Plain, Symbol, SymbolUse, join, text
from ..source import Span
from .effects import effect_of
from .frame import Frame
from .machine import Machine
from .record import Layout
from .values import RESIDUAL, Evaluated, Value


def keep(
    machine: Machine,
    frame: Frame,
    piece: cst.CSTNode,
    bound: Iterable[tuple[cst.Name | str, Value]] = (),
    value: Fragment | None = None,
    changes: Iterable[Symbol] = (),
    effect: Effect | None = None,
) -> None:
    """Records `piece` as it stands, then binds the names that it binds to their values.

    `value` is the right side of `name = value`. `changes` are variables that it changes in place:
    it stays where one of these is used.
    """
    if effect is None:
        effect = effect_of(piece, machine, frame)
    given = [(name if isinstance(name, str) else name.value, of) for name, of in bound]
    others = {use.name for use in names(piece) if use.binds}.difference(n for n, _ in given)
    before = {use.name: frame.resolve(use.name) for use in names(piece)}
    symbols = tuple(frame.bind(name, of) for name, of in given)
    symbols += tuple(frame.bind(name, RESIDUAL) for name in sorted(others))

    def resolve(use: NameUse) -> Symbol | Fragment | None:
        """A simple statement reads what names meant before it: `data = data()`."""
        earlier = before[use.name]
        simple = isinstance(piece, cst.BaseSmallStatement)
        if use.binds or use.late or not simple or earlier is None:
            return frame.resolve(use.name)
        return earlier

    code = fragment(piece, resolve, frame.replaced)
    read = {use.name for use in names(piece) if not use.binds}
    unread = {symbol for symbol in symbols if symbol.name not in read}
    reads = tuple(symbol for symbol in code.symbols if symbol not in unread)
    _record(machine, frame, code, symbols, reads, effect, machine.span(piece), value, changes)


def keep_once(
    machine: Machine, frame: Frame, name: str, given: Evaluated, always: bool = False
) -> Fragment:
    """The code for a value that the app computes once, wherever and how often it is used."""
    if not (always or _calls(given.code)):
        return given.code
    symbol = Symbol(name, scope=-1_000 - machine.record.next_order())
    code = join(SymbolUse(symbol), text(" = "), given.code, text("\n"))
    reads = tuple(given.code.symbols)
    effect = Effect.ANY if _calls(given.code) else Effect.NONE
    _record(machine, frame, code, (symbol,), reads, effect, given.span, given.code, ())
    return join(SymbolUse(symbol))


def is_computed(code: Fragment) -> bool:
    """Whether the code does more than to name variables and constants."""
    return any(re.search(r"[(\[.]", part) for part in code.parts if isinstance(part, str))


def _calls(code: Fragment) -> bool:
    text_only = "".join(part if isinstance(part, str) else "x" for part in code.parts)
    return re.search(r"[\w\])]\(", text_only) is not None


def keep_binding(machine: Machine, frame: Frame, name: cst.Name, given: Evaluated) -> None:
    """Records `name = …` for a value whose code comes from elsewhere."""
    symbol = frame.bind(name.value, given.value)
    code = join(SymbolUse(symbol), text(" = "), given.code, text("\n"))
    reads = tuple(given.code.symbols)
    effect = Effect.ANY if _calls(given.code) else Effect.NONE
    _record(machine, frame, code, (symbol,), reads, effect, given.span, given.code, ())


def _record(
    machine: Machine,
    frame: Frame,
    code: Fragment,
    defines: tuple[Symbol, ...],
    reads: tuple[Symbol, ...],
    effect: Effect,
    span: Span,
    value: Fragment | None,
    changes: Iterable[Symbol],
) -> None:
    layout: Layout = machine.record.take_layout()
    machine.record.statements.append(
        Plain(
            code=code,
            defines=defines,
            changes=tuple(changes),
            uses=reads,
            effect=effect,
            span=span,
            order=machine.record.next_order(),
            at_module=frame.outer is None,
            value=value,
            comments=layout.comments,
            gap=layout.gap,
        )
    )
