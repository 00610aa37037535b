"""Statements that stay code in the driver."""

from __future__ import annotations

import builtins
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Final

import libcst as cst

from ..frontend.fragments import Meant, fragment
from ..frontend.names import NameUse, names
from ..frontend.search import find, finds
from ..ir import Effect, Fragment, Plain, Symbol, SymbolUse, join, text
from ..source import Span
from .attempt import Impure
from .effects import effect_of
from .frame import Frame
from .layout import Layout
from .machine import Altered, Machine
from .modules.inner import inner_imports
from .reify import is_nowhere, portable
from .values import RESIDUAL, Evaluated, ManyValue, RefValue, Residual, Value

_COMPUTES: Final = re.compile(r"[(\[]|\.(?!\d)")
_TAKES: Final = re.compile(r"(\[[^\]]*\]|\.\w+)*\.(pop|popitem|popleft)\(")
Target = cst.Name | cst.Attribute | str


def keep(
    machine: Machine,
    frame: Frame,
    piece: cst.CSTNode,
    bound: Iterable[tuple[Target, Value]] = (),
    value: Fragment | None = None,
    changes: Iterable[Symbol] = (),
    effect: Effect | None = None,
    jumps: bool = False,
) -> None:
    """Records `piece` as it stands, then binds the names that it binds to their values.

    `value` is the right side of `name = value`. `changes` are variables that it changes in place:
    it stays where one of these is used. A pass of a loop may end there if it `jumps`.
    """
    if effect is None:
        effect = effect_of(piece, machine, frame)
    bound = list(bound)
    machine.doubts += effect is Effect.ANY or any(isinstance(of, Residual) for _, of in bound)
    if machine.trail.attempts and effect is not Effect.NONE:
        raise Impure
    uses = names(piece)
    before = {id(use.node): frame.meaning(use) for use in uses}
    held = [there.value for use in uses if (there := frame.lookup(use.name)) is not None]
    holds = any(isinstance(one, (RefValue, ManyValue)) for one in held)
    symbols = _bind(frame, uses, list(bound))

    def resolve(use: NameUse) -> Meant | None:
        """A simple statement reads what names meant before it: `data = data()`."""
        earlier = before[id(use.node)]
        simple = isinstance(piece, cst.BaseSmallStatement)
        if use.binds or use.stores or use.late or not simple:
            return machine.meaning(piece, use, frame)
        if earlier is None:
            is_builtin = hasattr(builtins, use.name) and not find(piece, cst.NamedExpr)
            return None if is_builtin else machine.meaning(piece, use, frame)
        return earlier

    inner = _inner(machine, piece, frame)
    code = fragment(piece, resolve, {**frame.replaced, **inner})
    follows = machine.record.path and machine.tracks
    written = machine.source(piece, frame, inner) if follows else None
    read = {use.name for use in uses if not use.binds}
    read |= {use.members[-1].attr.value for use in uses if use.members and not use.stores}
    unread = {symbol for symbol in symbols if symbol.name not in read}
    reads = tuple(symbol for symbol in code.symbols if symbol not in unread)
    span = machine.span(piece)
    marks = holds, jumps
    _record(machine, frame, code, symbols, reads, effect, span, value, changes, written, marks)


def _inner(machine: Machine, piece: cst.CSTNode, frame: Frame) -> Mapping[int, Fragment]:
    """What functions in the piece import of the app's own modules."""
    is_block = isinstance(piece, cst.BaseCompoundStatement)
    return inner_imports(machine, piece, frame).replaced if is_block else {}


def _bind(
    frame: Frame, uses: Iterable[NameUse], bound: list[tuple[Target, Value]]
) -> tuple[Symbol, ...]:
    """Binds names, and names of the app's own modules; those that are not in `bound` too."""
    given: dict[str, Value] = {}
    members: list[tuple[cst.Attribute, Value]] = []
    for target, value in bound:
        if isinstance(target, cst.Attribute):
            members.append((target, value))
        else:
            given[target if isinstance(target, str) else target.value] = value
    others = {use.name for use in uses if use.binds}.difference(given)
    members += [
        (use.members[-1], RESIDUAL)
        for use in uses
        if use.stores and not use.late and all(use.members[-1] is not one for one, _ in members)
    ]
    symbols = [frame.bind(name, value) for name, value in given.items()]
    symbols += [frame.bind(name, RESIDUAL) for name in sorted(others)]
    for member, value in members:
        owner = frame.module_of(member)
        if owner is not None:
            symbols.append(owner.frame.bind(member.attr.value, value))
    return tuple(symbols)


def keep_once(
    machine: Machine,
    frame: Frame,
    name: str,
    given: Evaluated,
    always: bool = False,
    effect: Effect | None = None,
) -> Fragment:
    """The code for a value that the app computes once, wherever and how often it is used.

    `effect` is that of computing it, where this is known.
    """
    if not (always or calls(given.code)):
        return given.code
    if effect is None:
        effect = Effect.ANY if calls(given.code) else Effect.NONE
    if machine.trail.attempts and effect is Effect.NONE:  # nothing would bind the variable
        found = portable(given.value)
        return given.code if is_nowhere(found) else found
    machine.doubts += isinstance(given.value, Residual)
    symbol = Symbol(name, scope=-1_000 - machine.record.next_order())
    code = join(SymbolUse(symbol), text(" = "), given.code, text("\n"))
    written = join(SymbolUse(symbol), text(" = "), given.as_written, text("\n"))
    reads = tuple(given.code.symbols)
    span = given.span
    _record(machine, frame, code, (symbol,), reads, effect, span, given.code, (), written)
    return join(SymbolUse(symbol))


def is_computed(code: Fragment) -> bool:
    """Whether the code does more than to name variables and constants."""
    return any(_COMPUTES.search(part) for part in code.parts if isinstance(part, str))


def computes(expression: cst.CSTNode) -> bool:
    """The same of an expression of the app: whether what happens later could change its value."""
    return finds(expression, cst.Call, cst.Await, cst.Subscript, cst.Attribute, cst.Yield)


def calls(code: Fragment) -> bool:
    """Whether the code calls something."""
    text_only = "".join(part if isinstance(part, str) else "x" for part in code.parts)
    return re.search(r"[\w\])]\(", text_only) is not None


def keep_binding(machine: Machine, frame: Frame, name: cst.Name, given: Evaluated) -> None:
    """Records `name = …` for a value whose code comes from elsewhere."""
    keep_value(machine, frame, frame.bind(name.value, given.value), given)


def keep_value(
    machine: Machine,
    frame: Frame,
    symbol: Symbol,
    given: Evaluated,
    effect: Effect | None = None,
) -> None:
    """Records `symbol = …`; `effect` is that of computing the value, where this is known."""
    machine.doubts += isinstance(given.value, Residual)
    code = join(SymbolUse(symbol), text(" = "), given.code, text("\n"))
    written = join(SymbolUse(symbol), text(" = "), given.as_written, text("\n"))
    reads = tuple(given.code.symbols)
    if effect is None:
        effect = Effect.ANY if calls(given.code) else Effect.NONE
    span = given.span
    _record(machine, frame, code, (symbol,), reads, effect, span, given.code, (), written)


def keep_code(
    machine: Machine, frame: Frame, code: Fragment, changes: Iterable[Symbol], span: Span
) -> None:
    """Records a statement that ffc puts together, which binds no name."""
    effect = Effect.ANY if calls(code) or not changes else Effect.NONE
    _record(machine, frame, code, (), tuple(code.symbols), effect, span, None, changes)


def keep_wiring(
    machine: Machine,
    code: Fragment,
    defines: tuple[Symbol, ...],
    changes: tuple[Symbol, ...],
    span: Span,
    of_loop: bool = False,
) -> None:
    """Records a statement that binds or fills variables with refs, for blocks that stay.

    One `of_loop` is none for a loop that stays, which does the same in another way.
    """
    if machine.trail.attempts or not machine.tracks:
        return
    layout = Layout() if of_loop else machine.record.layout
    machine.record.add(
        Plain(
            code=code,
            defines=defines,
            changes=tuple(dict.fromkeys((*changes, *taken_from(code)))),
            uses=tuple(code.symbols),
            effect=Effect.NONE,
            span=span,
            order=machine.record.next_order(),
            comments=layout.comments,
            gap=layout.gap,
            wiring=True,
            of_loop=of_loop,
            call=machine.record.call,
        )
    )


def taken_from(code: Fragment) -> Iterator[Symbol]:
    """The variables out of whose containers the code takes elements."""
    for part, following in pairwise(code.parts):
        if isinstance(part, SymbolUse) and isinstance(following, str) and _TAKES.match(following):
            yield part.symbol


def filled(source: Fragment) -> tuple[Symbol, ...]:
    """The variable whose container a target, or a call of a method, changes."""
    first = source.parts[0] if source.parts else ""
    return (first.symbol,) if isinstance(first, SymbolUse) else ()


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
    written: Fragment | None = None,
    marks: tuple[bool, bool] = (False, False),
) -> None:
    if machine.trail.attempts:
        if effect is not Effect.NONE:
            raise Impure
        return  # what is tried is not written
    layout: Layout = machine.record.take_layout()
    altered, machine.altered = machine.altered, Altered()
    machine.record.add(
        Plain(
            code=code,
            defines=defines,
            changes=tuple(dict.fromkeys((*changes, *altered.changes))),
            uses=reads,
            effect=effect,
            span=span,
            order=machine.record.next_order(),
            at_module=frame.outer is None,
            value=value,
            comments=layout.comments,
            gap=layout.gap,
            written=written,
            of_loop=machine.record.of_loop,
            holds=marks[0] or any(symbol.is_of_block for symbol in reads),
            jumps=marks[1],
            rebinds=tuple(altered.rebinds),
            alters=bool(altered),
            call=machine.record.call,
        )
    )
