"""What literals stand for. What Python would warn of is said when the app itself runs."""

from __future__ import annotations

import ast
import re
import warnings

# Most literals are no more than this, and need no parser.
_STRING = re.compile(r"""'([^'\\\n]*)'|"([^"\\\n]*)\"""")
_DIGITS = re.compile(r"[1-9][0-9]*|0")


def constant(source: str) -> object:
    """The value of a literal. `SyntaxError` or `ValueError` if it is none."""
    if _DIGITS.fullmatch(source):
        return int(source)
    if found := _STRING.fullmatch(source):
        return found[found.lastindex or 0]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.literal_eval(source)
