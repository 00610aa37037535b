"""FFC212: A pattern is not a regular expression."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class BadPattern(Error):
    """A pattern is not a regular expression.

    `query` and `find_nodes` match the whole name of a node with `re.fullmatch`.

    Example:

        flow.query("*-model")

    Write a regular expression: `.*-model`.
    """

    code = "FFC212"

    pattern: str
    reason: str

    @property
    def message(self) -> str:
        return f"`{self.pattern}` is not a regular expression: {self.reason}"

    @property
    def help(self) -> str:
        meant = f".{self.pattern}"
        if self.pattern.startswith(("*", "?", "+")) and _compiles(meant):
            return f"did you mean `{meant}`?"
        return "write `\\` before what is meant literally, as in `\\(`"


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True
