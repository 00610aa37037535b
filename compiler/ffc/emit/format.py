"""The last touch: black, in a mode of our own, whatever `[tool.black]` the user has."""

from __future__ import annotations

import ast

_LINE_LENGTH = 88


def format_driver(text: str) -> str:
    """The driver as black has it. Raises `SyntaxError` if ffc made something that is no Python."""
    from black import format_str
    from black.mode import Mode, TargetVersion
    from black.parsing import InvalidInput

    versions = {TargetVersion.PY310}
    # Commas that black itself put into the app must not keep a line broken that now fits.
    joined = Mode(versions, line_length=_LINE_LENGTH, magic_trailing_comma=False)
    usual = Mode(versions, line_length=_LINE_LENGTH)
    try:
        formatted = format_str(format_str(text, mode=joined), mode=usual)
    except InvalidInput as error:
        raise SyntaxError(str(error)) from error
    ast.parse(formatted)
    compile(formatted, "<driver>", "exec", dont_inherit=True)
    return formatted
