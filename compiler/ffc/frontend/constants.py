"""What literals stand for. What Python would warn of is said when the app itself runs."""

from __future__ import annotations

import ast
import warnings


def constant(source: str) -> object:
    """The value of a literal. `SyntaxError` or `ValueError` if it is none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.literal_eval(source)
