"""The walk over syntax trees sees what LibCST's own visit sees, in the same order."""

from __future__ import annotations

import libcst as cst

from ffc.frontend.search import find, find_outside_functions
from ffc.frontend.walk import Walker, children

from .constructs import CONSTRUCTS

_NO_SYNTAX = (
    cst.Asynchronous,
    cst.BaseAugOp,
    cst.BaseBinaryOp,
    cst.BaseBooleanOp,
    cst.BaseCompOp,
    cst.BaseParenthesizableWhitespace,
    cst.BaseUnaryOp,
    cst.AssignEqual,
    cst.Colon,
    cst.Comma,
    cst.Dot,
    cst.EmptyLine,
    cst.LeftCurlyBrace,
    cst.LeftParen,
    cst.LeftSquareBracket,
    cst.ParamSlash,
    cst.RightCurlyBrace,
    cst.RightParen,
    cst.RightSquareBracket,
    cst.Semicolon,
    cst.TrailingWhitespace,
)


def test_children_are_those_of_libcst() -> None:
    pending: list[cst.CSTNode] = [cst.parse_module(CONSTRUCTS)]
    kinds = set()
    while pending:
        node = pending.pop()
        kinds.add(type(node))
        expected = [child for child in node.children if not isinstance(child, _NO_SYNTAX)]
        assert list(map(id, children(node))) == list(map(id, expected)), type(node)
        pending += expected
    assert len(kinds) > 80


class _Names(Walker):
    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_Name(self, node: cst.Name) -> None:
        self.found.append(node.value)

    def visit_Lambda(self, node: cst.Lambda) -> bool:
        return False


def test_a_visit_that_says_false_is_not_gone_into() -> None:
    names = _Names()
    names.walk(cst.parse_expression("f(lambda x: y, b if a else c)"))
    assert names.found == ["f", "b", "a", "c"]


def test_found_in_the_order_of_the_text() -> None:
    tree = cst.parse_module("a(b(c), lambda: d())\n")
    calls = [cst.ensure_type(call.func, cst.Name).value for call in find(tree, cst.Call)]
    assert calls == ["a", "b", "d"]
    outside = find_outside_functions(tree, cst.Call)
    assert [cst.ensure_type(call.func, cst.Name).value for call in outside] == ["a", "b"]
