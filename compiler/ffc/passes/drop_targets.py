"""Leaves out what one assignment gives to several variables, where nothing reads the variable.

    names, models = set(), []           names = set()
    first = last = "red"          →     last = "red"

The driver has no list of models, if each of them has a variable of its own there.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence, Set
from dataclasses import replace

from ..ir import Effect, Fragment, Plain, Program, Statement, Symbol, SymbolUse, join, text
from ..ir.holes import place_of, with_holes, with_names
from ..slicing import needed
from ..slicing.roots import roots

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
    written = "".join(part for part in statement.code.parts if isinstance(part, str))
    is_chain = written.startswith(" = ")  # of one value
    targets = _listed([join(SymbolUse(symbol)) for symbol, _ in left], " = " if is_chain else ", ")
    values = left[0][1] if is_chain else _listed([value for _, value in left], ", ")
    own = [symbol for symbol in statement.defines if symbol not in statement.reads]
    return replace(
        statement,
        code=join(targets, text(" = "), values, text("\n")),
        defines=tuple(symbol for symbol, _ in left),
        uses=tuple(symbol for symbol in values.symbols if symbol not in own),
        value=left[0][1] if len(left) == 1 else None,
    )


def _listed(codes: Sequence[Fragment], between: str) -> Fragment:
    more = (part for code in codes[1:] for part in (text(between), code))
    return join(codes[0], *more)


def _pairs(statement: Statement) -> Pairs:
    """The targets of `a, b = …, …` with the right sides; nothing for any other statement."""
    if not isinstance(statement, Plain) or len(statement.defines) < 2:
        return ()
    if statement.effect is not Effect.NONE or statement.changes or statement.alters:
        return ()
    code = with_names(statement.code).strip()
    if "\n" in code and "#" in code:  # a comment, maybe
        return ()
    pairs = [
        (with_holes(name, statement.code), with_holes(value, statement.code))
        for name, value in _split(code)
    ]
    symbols = [symbol for target, _ in pairs for symbol in target.symbols]
    if len(set(symbols)) < len(pairs) or set(symbols) != set(statement.defines):
        return ()
    return tuple((symbol, value) for symbol, (_, value) in zip(symbols, pairs, strict=True))


def _split(code: str) -> list[tuple[str, str]]:
    """The texts of the names on the left and of what each of them gets."""
    try:
        tree = ast.parse(code).body
    except SyntaxError:  # part of a statement
        return []
    match tree:
        case [ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values))]:
            pass
        case [ast.Assign(targets=names, value=value)] if len(names) > 1:
            values = [value] * len(names)
        case _:
            return []
    texts = [_text(code, one) for one in values]
    if any("\n" in one and not one.endswith((")", "]", "}")) for one in texts):
        return []  # it is whole in the parentheses around alone
    if any(isinstance(one, (ast.Starred, ast.NamedExpr)) for one in values):
        return []
    stars = [i for i, name in enumerate(names) if isinstance(name, ast.Starred)]
    if stars and len(values) >= len(names) - 1:
        last = len(values) - (len(names) - stars[0] - 1)
        texts[stars[0] : last] = [f"[{', '.join(texts[stars[0] : last])}]"]
    bare = [name.value if isinstance(name, ast.Starred) else name for name in names]
    if len(bare) != len(texts) or not all(isinstance(name, ast.Name) for name in bare):
        return []
    return [(_text(code, name), value) for name, value in zip(bare, texts, strict=True)]


def _text(code: str, node: ast.expr) -> str:
    start, end = place_of(code, node)
    return code[start:end]
