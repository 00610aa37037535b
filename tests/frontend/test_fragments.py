"""Fragments: the text of syntax, with holes."""

from __future__ import annotations

import libcst as cst
import pytest

from ffc.frontend.fragments import Meant, fragment
from ffc.frontend.names import NameUse
from ffc.frontend.search import find
from ffc.frontend.tokens import tokens
from ffc.ir import Fragment, Symbol, SymbolUse, text

from .constructs import CONSTRUCTS

X = Symbol("x")


def _written(code: str, **meant: Symbol | Fragment) -> str:
    """The code of an expression, symbols in angle brackets."""

    def resolve(use: NameUse) -> Meant | None:
        return (use.node, meant[use.name]) if use.node is not None and use.name in meant else None

    return _shown(fragment(cst.parse_expression(code), resolve))


def _shown(code: Fragment) -> str:
    return "".join(
        part if isinstance(part, str) else f"<{part.symbol.name}>"
        for part in code.parts
        if isinstance(part, (str, SymbolUse))
    )


def test_the_text_of_every_construct() -> None:
    assert "".join(tokens(cst.parse_module(CONSTRUCTS)).texts) == CONSTRUCTS


def test_a_statement_inside_others_begins_at_the_margin() -> None:
    tree = cst.parse_module("if a:\n  while b:\n    # why\n    if c:\n        d\n")
    inner = find(tree, cst.If)[1]
    expected = "# why\nif <x>:\n    d\n"
    assert _shown(fragment(inner, _only_c)) == expected


def _only_c(use: NameUse) -> Meant | None:
    return (use.node, X) if use.node is not None and use.name == "c" else None


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("f(x.x, x=x)", "f(<x>.x, x=<x>)"),
        ("[x for x in x if x]", "[x for x in <x> if x]"),
        ("[y for y in x for x in x]", "[y for y in <x> for x in x]"),
        ("((x), (lambda x: x))", "((<x>), (lambda x: x))"),
        ('f"x {x} {x!r:>{x}}"', 'f"x {<x>} {<x>!r:>{<x>}}"'),
    ],
)
def test_names_of_the_scope_are_holes(code: str, expected: str) -> None:
    assert _written(code, x=X) == expected


def test_a_string_is_written_into_an_f_string() -> None:
    assert _written('f"{x}-{y}-{x!r}"', x=text("'a{'")) == "f\"a{{-{y}-{'a{'!r}\""


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("1 if(f(x))else 2", "1 if <x> else 2"),
        ("not[f(x)]", "not[<x>]"),
        ("not(f(x))", "not <x>"),
        ("g((f(x)), f(x))", "g(<x>, <x>)"),
        ("g(f(x),)", "g(<x>)"),
    ],
)
def test_what_comes_instead_does_not_grow_together_with_words(code: str, expected: str) -> None:
    tree = cst.parse_expression(code)
    calls = [call for call in find(tree, cst.Call) if _is_f(call)]
    replaced = {id(call): Fragment((SymbolUse(X),)) for call in calls}
    assert _shown(fragment(tree, lambda use: None, replaced)) == expected


def _is_f(call: cst.Call) -> bool:
    return isinstance(call.func, cst.Name) and call.func.value == "f"
