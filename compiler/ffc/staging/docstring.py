"""The docstring of a module, and the statements behind it."""

from __future__ import annotations

import warnings
from collections.abc import Sequence

import libcst as cst


def docstring_of(tree: cst.Module | cst.BaseSuite) -> cst.Expr | None:
    """The first statement, if it is nothing but a string."""
    first = tree.body[0] if tree.body else None
    if not isinstance(first, cst.SimpleStatementLine) or not isinstance(first.body[0], cst.Expr):
        return None
    is_text = isinstance(first.body[0].value, (cst.SimpleString, cst.ConcatenatedString))
    return first.body[0] if is_text else None


def split_docstring(tree: cst.Module) -> tuple[str | None, Sequence[cst.BaseStatement]]:
    """What the docstring says, and the other statements."""
    found = docstring_of(tree)
    body = [one for one in tree.body if isinstance(one, cst.BaseStatement)]
    if found is None:
        return None, body
    assert isinstance(found.value, (cst.SimpleString, cst.ConcatenatedString))
    with warnings.catch_warnings():  # said when the app itself runs
        warnings.simplefilter("ignore")
        said = found.value.evaluated_value
    return said if isinstance(said, str) else None, body[1:]
