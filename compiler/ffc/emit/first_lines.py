'''Puts lines at the beginning of a function, behind its docstring.

def load(n):                            def load(n):
    """Reads n rows."""                     """Reads n rows."""
    # of the file                 →         prepare()
    return ROWS[:n]                         # of the file
                                            return ROWS[:n]
'''

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Sequence


def with_first_lines(text: str, added: Sequence[str]) -> str:
    """The text of a function without decorators, with these lines."""
    first = _function(text).body[0]
    if first.lineno <= _header_end(text):
        text = _broken(text, first, "    ")
    function, line = _function(text), _header_end(text)
    first, *rest = function.body
    indent = text.split("\n")[first.lineno - 1][: first.col_offset]
    if ast.get_docstring(function, clean=False) is not None:
        line = first.end_lineno or line
        if rest and rest[0].lineno == line:
            text = _broken(text, rest[0], indent)
    lines = text.split("\n")
    return "\n".join([*lines[:line], *(indent + one for one in added), *lines[line:]])


def _function(text: str) -> ast.FunctionDef:
    (function,) = ast.parse(text).body
    assert isinstance(function, ast.FunctionDef)
    return function


def _header_end(text: str) -> int:
    """The number of the line where `def …:` ends, or what stands behind it."""
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return next(token.end[0] for token in tokens if token.type == tokenize.NEWLINE)


def _broken(text: str, statement: ast.stmt, indent: str) -> str:
    """The text, with a line break in front of a statement."""
    lines = text.split("\n")
    line = lines[statement.lineno - 1].encode()
    before, after = line[: statement.col_offset].decode(), line[statement.col_offset :].decode()
    lines[statement.lineno - 1 : statement.lineno] = [before.rstrip(" \t;"), indent + after]
    return "\n".join(lines)
