"""Leaves out what one assignment gives to several variables, where nothing reads the variable.

    names, models = set(), []       →       names = set()

The driver has no list of models, if each of them has a variable of its own there.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence, Set
from dataclasses import replace

from ..ir import Effect, Fragment, Part, Plain, Program, Statement, Symbol, SymbolUse, join, text
from ..slicing import needed
from ..slicing.roots import roots

_HOLE = re.compile(r"(__ffc_hole_\d+)")

Pairs = tuple[tuple[Symbol, Fragment], ...]


def drop_targets(program: Program) -> Program:
    pairs = {i: found for i, s in enumerate(program.statements) if (found := _pairs(s))}
    while pairs:
        read = needed(program, roots(program)).symbols
        trimmed = tuple(
            _trimmed(statement, pairs.get(index, ()), read)
            for index, statement in enumerate(program.statements)
        )
        if trimmed == program.statements:
            break
        program = replace(program, statements=trimmed)  # others may be read no longer
        pairs = {index: _pairs(trimmed[index]) for index in pairs}
    return program


def _trimmed(statement: Statement, pairs: Pairs, read: Set[Symbol]) -> Statement:
    left = [pair for pair in pairs if pair[0] in read]
    if not isinstance(statement, Plain) or not left or len(left) == len(pairs):
        return statement
    targets = _listed([join(SymbolUse(symbol)) for symbol, _ in left])
    values = _listed([value for _, value in left])
    own = [symbol for symbol in statement.defines if symbol not in statement.uses]
    return replace(
        statement,
        code=join(targets, text(" = "), values, text("\n")),
        defines=tuple(symbol for symbol, _ in left),
        uses=tuple(symbol for symbol in values.symbols if symbol not in own),
        value=left[0][1] if len(left) == 1 else None,
    )


def _listed(codes: Sequence[Fragment]) -> Fragment:
    more = (part for code in codes[1:] for part in (text(", "), code))
    return join(codes[0], *more)


def _pairs(statement: Statement) -> Pairs:
    """The targets of `a, b = …, …` with the right sides; nothing for any other statement."""
    if not isinstance(statement, Plain) or len(statement.defines) < 2:
        return ()
    if statement.effect is not Effect.NONE or statement.changes or statement.alters:
        return ()
    holes = [part for part in statement.code.parts if not isinstance(part, str)]
    numbers = iter(range(len(holes)))
    code = "".join(
        part if isinstance(part, str) else f"__ffc_hole_{next(numbers)}"
        for part in statement.code.parts
    ).strip()
    found = _split(code)
    if found is None or ("\n" in code and "#" in code):  # a comment, maybe
        return ()
    targets = [_fragment(target, holes) for target in found[0]]
    symbols = [symbol for target in targets for symbol in target.symbols]
    if len(set(symbols)) < len(targets) or set(symbols) != set(statement.defines):
        return ()
    return tuple(zip(symbols, (_fragment(value, holes) for value in found[1]), strict=True))


def _split(code: str) -> tuple[list[str], list[str]] | None:
    """The texts of the names on the left and of what each of them gets."""
    try:
        tree = ast.parse(code).body
    except SyntaxError:  # part of a statement
        return None
    match tree:
        case [ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values))]:
            is_plain = all(isinstance(name, ast.Name) for name in names)
            starred = any(isinstance(value, (ast.Starred, ast.NamedExpr)) for value in values)
            texts = [_text(code, one) for one in values]
            alone = not any("\n" in one and not one.endswith((")", "]", "}")) for one in texts)
            if is_plain and not starred and alone and len(names) == len(values):
                return [_text(code, one) for one in names], texts
    return None


def _text(code: str, node: ast.expr) -> str:
    found = ast.get_source_segment(code, node)
    assert found is not None
    return found


def _fragment(code: str, holes: Sequence[Part]) -> Fragment:
    pieces = (piece for piece in _HOLE.split(code) if piece)
    return join(*(holes[int(p[11:])] if _HOLE.fullmatch(p) else p for p in pieces))
