"""Which builtins the code of `main()` reads: no variable of the driver may take their names.

print("start")                            in a function, both would be a local `print`
print = partial(print, flush=True)
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator

from ..ir import Fragment, Plain, Program
from ..slicing import Slice
from ..slicing.roots import submitted_code


def read_builtins(program: Program, kept: Slice) -> frozenset[str]:
    """Their names; a name that the app binds itself is a hole there, and no text."""
    if not any(hasattr(builtins, symbol.name) for symbol in kept.symbols):
        return frozenset()
    words = {word for code in _code(program, kept) for word in _names(code)}
    return frozenset(word for word in words if hasattr(builtins, word))


def _code(program: Program, kept: Slice) -> Iterator[str]:
    for index in sorted(kept.statements):
        statement = program.statements[index]
        if isinstance(statement, Plain):
            yield _text(statement.code)
    for block in sorted(kept.blocks):
        yield f"{_text(program.blocks[block].header).removeprefix('el')}: pass"
    yield from map(_text, submitted_code(program))


def _text(code: Fragment) -> str:
    return "".join(part if isinstance(part, str) else "_" for part in code.parts).strip()


def _names(code: str) -> Iterator[str]:
    try:
        tree = ast.parse(code)
    except SyntaxError:  # `else` or `except`, which name no builtin that an app would bind
        return
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id
