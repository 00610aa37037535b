"""Literals have the values that Python gives them, whichever way they are read."""

from __future__ import annotations

import ast

import pytest

from ffc.frontend.constants import constant


@pytest.mark.parametrize(
    "source",
    [
        *("0", "7", "1_000", "0x1F", "00", "1.5", "2j", "-3"),
        *("''", '""', "'a b'", '"it\'s"', "'say \"no\"'", r"'\n'", r"r'\n'", "b'x'"),
        *("''''''", "'''a'''", '"""a\nb"""', "'''it's'''", "'é'"),
    ],
)
def test_a_literal(source: str) -> None:
    expected = ast.literal_eval(source)
    found = constant(source)
    assert (type(found), found) == (type(expected), expected)


@pytest.mark.parametrize("source", ["01", "'a' + b", "'a' 'b", "name", "'a\nb'"])
def test_what_is_none(source: str) -> None:
    with pytest.raises((SyntaxError, ValueError)):
        constant(source)
