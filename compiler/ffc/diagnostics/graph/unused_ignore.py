"""FFC414: A comment `ffc: ignore` silences nothing."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Warning_


@dataclass(frozen=True)
class UnusedIgnore(Warning_):
    """A comment `ffc: ignore` silences nothing.

    It stands on the line of a warning, or on the first or last line of the statement there. With no
    such warning it would hide one that comes later.

    Example:

        total = 0  # ffc: ignore[FFC406]

    Delete it, or move it to the line that the warning names.
    """

    code = "FFC414"

    silenced: str

    @property
    def message(self) -> str:
        return f"there is no `{self.silenced}` here to ignore"

    @property
    def help(self) -> str:
        return "delete it, or move it to the line that the warning names"
