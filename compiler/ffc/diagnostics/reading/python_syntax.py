"""FFC102: Python does not accept the source."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class PythonSyntax(Error):
    """Python does not accept the source.

    ffc asks the Python that runs it, so an app that uses newer syntax needs ffc on a newer Python.

    Example:

        a = sum(1, 1

    Run `python -m py_compile app.py` to see what Python itself says.
    """

    code = "FFC102"

    reason: str

    @property
    def message(self) -> str:
        said = self.reason.removeprefix("invalid syntax").lstrip(". ")
        return f"invalid syntax: {said}" if said else "invalid syntax"
