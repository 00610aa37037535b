"""FFC103: The source is nested too deeply."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class TooDeep(Error):
    """The source is nested too deeply.

    An expression or a block lies more than a few hundred levels deep in others.

    Example:

        total = 1 + 1 + 1 + 1  # ... and so on, a thousand times

    Break the expression into several statements.
    """

    code = "FFC103"

    @property
    def message(self) -> str:
        return "the source is nested too deeply to be compiled"

    @property
    def help(self) -> str:
        return "break it up into several statements or functions"
