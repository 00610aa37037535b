"""Fragments as text for people: `<fit 0>` stands for the result of a node."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..ir import (
    Fragment,
    HelperUse,
    Option,
    Plain,
    Program,
    RefUse,
    RunUse,
    Symbol,
    SymbolUse,
)
from ..ir.holes import with_names
from ..ir.literal import literal
from . import model

_LONGEST = 200  # of a literal; what is longer reads better as the app writes it


@dataclass(frozen=True)
class Codes:
    """Shows code of `program`; `ref` says what stands for a node."""

    program: Program
    ref: Callable[[int], str] = field(default=lambda node: f"<{node}>")

    @cached_property
    def bound(self) -> Mapping[Symbol, Fragment]:
        """What variables are bound to, if that is done once and in a statement of its own."""
        return _values(self.program)

    def text(self, code: Fragment) -> str:
        """The code, on one line if it has one."""
        return "".join(map(self._part, code.parts)).strip()

    def value(self, code: Fragment, known: object) -> str:
        """The value, if it is known and short, else the code."""
        short = literal(known)
        if short is None or len(short) > _LONGEST:
            return self.text(code)
        return short

    def options(self, options: tuple[Option, ...]) -> tuple[model.Option, ...]:
        return tuple(model.Option(one.name, self.value(one.value, one.known)) for one in options)

    def _part(self, part: object) -> str:
        if isinstance(part, str):
            return part
        if isinstance(part, SymbolUse):
            return part.symbol.name
        if isinstance(part, RefUse):
            key = "" if part.ref.key is None else f"[{part.ref.key}]"
            return f"{self.ref(part.ref.node)}{key}"
        if isinstance(part, RunUse):
            flow = self.program.flows[self.program.runs[part.run].flow]
            return f"<results of {flow.name or 'the run'}>"
        assert isinstance(part, HelperUse)
        return part.name


@dataclass(frozen=True)
class Template:
    """The pieces of a text; None where only the driver knows one, with the code for it."""

    pieces: tuple[tuple[str, bool], ...]  # text and whether that is the text itself

    @property
    def text(self) -> str:
        return "".join(piece if plain else f"{{{piece}}}" for piece, plain in self.pieces)

    @property
    def start(self) -> str:
        if self.pieces and self.pieces[0][1]:
            return self.pieces[0][0]
        return ""


def template(codes: Codes, code: Fragment) -> Template:
    """The text that an expression gives, as far as it is written out.

    f"fit {day}"        fit {day}
    kind + "-model"     {kind}-model
    """
    return Template(tuple(_joined(_pieces(codes, code, codes.bound, 0))))


def _values(program: Program) -> Mapping[Symbol, Fragment]:
    found: dict[Symbol, Fragment | None] = {}
    for statement in program.statements:
        if isinstance(statement, Plain):
            for symbol in (*statement.defines, *statement.rebinds):
                found[symbol] = None if symbol in found else statement.value
    return {symbol: value for symbol, value in found.items() if value is not None}


def _pieces(
    codes: Codes, code: Fragment, bound: Mapping[Symbol, Fragment], depth: int
) -> list[tuple[str, bool]]:
    match code.parts:
        case (SymbolUse(symbol),) if symbol in bound and depth < 5:
            inner = _pieces(codes, bound[symbol], bound, depth + 1)
            if any(plain for _, plain in inner):
                return inner
    written = with_names(code)
    try:
        tree = ast.parse(written.strip(), mode="eval").body
    except (SyntaxError, ValueError):
        return [(codes.text(code), False)]
    return _parts(codes, code, tree)


def _parts(codes: Codes, code: Fragment, tree: ast.expr) -> list[tuple[str, bool]]:
    match tree:
        case ast.Constant(value=str() as text):
            return [(text, True)]
        case ast.JoinedStr(values=values):
            return [piece for value in values for piece in _parts(codes, code, value)]
        case ast.BinOp(op=ast.Add(), left=left, right=right):
            return [*_parts(codes, code, left), *_parts(codes, code, right)]
        case ast.FormattedValue(value=value, conversion=conversion, format_spec=spec):
            inner = _unparsed(codes, code, value)
            inner += f"!{chr(conversion)}" if conversion != -1 else ""
            if isinstance(spec, ast.JoinedStr):
                inner += ":" + "".join(
                    text if plain else f"{{{text}}}"
                    for one in spec.values
                    for text, plain in _parts(codes, code, one)
                )
            return [(inner, False)]
    return [(_unparsed(codes, code, tree), False)]


def _unparsed(codes: Codes, code: Fragment, tree: ast.expr) -> str:
    """The code of a part, with names in its holes again."""
    text = ast.unparse(tree)
    for index in range(len(code.parts) - 1, -1, -1):
        text = text.replace(f"__ffc_hole_{index}_", codes.text(Fragment((code.parts[index],))))
    return text


def _joined(pieces: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Neighbouring texts as one."""
    found: list[tuple[str, bool]] = []
    for text, plain in pieces:
        if plain and found and found[-1][1]:
            found[-1] = (found[-1][0] + text, True)
        elif text or not plain:
            found.append((text, plain))
    return found
