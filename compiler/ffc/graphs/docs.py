"""The first lines of docstrings."""

from __future__ import annotations

import ast

from ..ir import Definition, Program, Symbol
from .codes import Codes
from .model import Function
from .places import place


def functions(program: Program, codes: Codes, wanted: list[Symbol]) -> tuple[Function, ...]:
    """The functions and classes that the symbols stand for, each once, in their order."""
    there = {definition.symbol: definition for definition in program.definitions}
    kept = [there[symbol] for symbol in dict.fromkeys(wanted) if symbol in there]
    return tuple(Function(d.symbol.name, _doc(codes, d), place(d.span)) for d in kept)


def app_doc(program: Program, codes: Codes) -> str:
    """The first line of the docstring of the app."""
    if program.docstring is None:
        return ""
    try:
        value = ast.literal_eval(codes.text(program.docstring))
    except (ValueError, SyntaxError):
        return ""
    return _first(value) if isinstance(value, str) else ""


def _doc(codes: Codes, definition: Definition) -> str:
    if definition.is_expression:
        return ""
    try:
        body = ast.parse(codes.text(definition.head) + "\n" + codes.text(definition.tail)).body
    except (SyntaxError, ValueError):
        return ""
    defined = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    found = (ast.get_docstring(one) for one in body if isinstance(one, defined))
    return _first(next(found, None) or "")


def _first(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[0].strip() if lines else ""
