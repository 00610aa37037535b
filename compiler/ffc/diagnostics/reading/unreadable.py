"""FFC101: The source cannot be read."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class Unreadable(Error):
    """The source cannot be read.

    The file is missing, is a folder, may not be read, or is not text in the encoding that it
    declares.

    Example:

        ffc compile no_such_app.py

    Check the path and the encoding of the file.
    """

    code = "FFC101"

    reason: str

    @property
    def message(self) -> str:
        return f"cannot read `{self.span.source.name}`: {self.reason}"

    @property
    def help(self) -> str:
        if self.reason.startswith("it is not text"):
            return "save it as UTF-8, or declare its encoding in its first line"
        return ""
