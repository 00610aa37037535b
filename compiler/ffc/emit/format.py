"""The last touch: black, in a mode of our own, whatever `[tool.black]` the user has."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

_LINE_LENGTH = 88
# Where black may do otherwise when it sees its own work: parentheses around what is assigned to,
# signatures broken over lines, methods of strings of several lines.
_UNSETTLED = re.compile(
    r"""^[ \t]* \( .* \) .* =[ ] | ^[ \t]* \) .* (=|->)[ ] | (\"{3}|'{3}) [.%[]""",
    re.MULTILINE | re.VERBOSE,
)


def format_driver(text: str) -> str:
    """The driver as black has it. Raises `SyntaxError` if ffc made something that is no Python."""
    from black.parsing import InvalidInput

    try:
        return _black(text)
    except InvalidInput as error:
        raise SyntaxError(str(error)) from error


def _black(text: str) -> str:
    """The text as black has it: `black.format_str` goes over each text that it changes twice."""
    import black
    from black.mode import Mode, TargetVersion

    mode = Mode({TargetVersion.PY310}, line_length=_LINE_LENGTH)
    once: Callable[..., Any] = getattr(black, "_format_str_once", black.format_str)
    formatted = str(once(text, mode=mode))
    return black.format_str(formatted, mode=mode) if _UNSETTLED.search(formatted) else formatted
