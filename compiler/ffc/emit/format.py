"""The last touch: black, in a mode of our own, whatever `[tool.black]` the user has."""

from __future__ import annotations

import warnings

_LINE_LENGTH = 88


class TooManyParentheses(Exception):
    """The app is nested within what Python allows, but not with the parentheses of black."""


def format_driver(text: str) -> str:
    """The driver as black has it. Raises `SyntaxError` if ffc made something that is no Python."""
    from black import format_str
    from black.mode import Mode, TargetVersion
    from black.parsing import InvalidInput

    try:
        formatted = format_str(text, mode=Mode({TargetVersion.PY310}, line_length=_LINE_LENGTH))
    except InvalidInput as error:
        raise SyntaxError(str(error)) from error
    try:
        with warnings.catch_warnings():  # the app's own, said when it is compiled itself
            warnings.simplefilter("ignore")
            compile(formatted, "<driver>", "exec", dont_inherit=True)
    except SyntaxError as error:
        if "nested parentheses" in str(error):
            raise TooManyParentheses from error
        raise
    return formatted
