"""Needless commas are left out, and no others."""

from __future__ import annotations

import ast

import libcst as cst
import pytest

from ffc.frontend.tokens import tokens


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("f(a,)", "f(a)"),
        ("f(*a, b=c, )", "f(*a, b=c )"),
        ("f(\n    a,  # first\n    b,  # second\n)", "f(\n    a,  # first\n    b  # second\n)"),
        ("[a,], {a,}, {a: b,}, {**a,}", "[a], {a}, {a: b}, {**a}"),
        ("(a,), a[b,], a[b:c,]", None),
        ("(a, b,), a[b, c,]", "(a, b), a[b, c]"),
        ("a = b,", None),
        ("a = b, c,", "a = b, c"),
        ("lambda a, b,: a", None),
        ("f'{f(a,)}'", None),
        ("def f(a,): pass", "def f(a): pass"),
        ("def f(a, /,): pass", "def f(a, /): pass"),
        ("def f(a, /, *b, c, **d,): pass", "def f(a, /, *b, c, **d): pass"),
        ("def f(a, *, b,): pass", "def f(a, *, b): pass"),
        ("class A(B, c=d,): pass", "class A(B, c=d): pass"),
        ("from a import (b, c,)", "from a import (b, c)"),
        ("with (a as b, c as d,): pass", "with (a as b, c as d): pass"),
        ("for a, b, in c: pass", "for a, b in c: pass"),
        ("for a, in c: pass", None),
        ("match a:\n    case [b,]: pass", "match a:\n    case [b]: pass"),
        ("match a:\n    case (b,): pass", None),
        ("match a:\n    case b,: pass", None),
        ("match a:\n    case b, c,: pass", "match a:\n    case b, c: pass"),
        ("match a:\n    case A(b, c=d,): pass", "match a:\n    case A(b, c=d): pass"),
        ("match a:\n    case {1: b, **c,}: pass", "match a:\n    case {1: b, **c}: pass"),
    ],
)
def test_commas(code: str, expected: str | None) -> None:
    """None stands for code that stays as it is."""
    written = "".join(tokens(cst.parse_module(code)).texts).rstrip("\n")
    assert written == (code if expected is None else expected)
    assert ast.dump(ast.parse(written)) == ast.dump(ast.parse(code))
