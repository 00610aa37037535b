"""FFC231: A module of the app does not have a name."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error
from ..nearest import nearest


@dataclass(frozen=True)
class MissingName(Error):
    """A module of the app does not have a name.

    The name is imported from one of the app's own modules, or read of it, and is not bound there.
    Of two modules that import each other, the one that is imported first has no names yet when
    the other is staged, as in Python.

    Example:

        from settings import RATTE

    Correct the name; let modules that import each other import the module, and not its names.
    """

    code = "FFC231"

    module: str
    name: str
    known: tuple[str, ...]
    complete: bool

    @property
    def message(self) -> str:
        yet = "" if self.complete else " yet"
        return f"`{self.module}` has no `{self.name}`{yet}"

    @property
    def notes(self) -> tuple[str, ...]:
        if self.complete:
            return ()
        return (f"`{self.module}` is still being imported here: modules import each other",)

    @property
    def help(self) -> str:
        if not self.complete:
            return f"write `import {self.module}`, and read the name where it is used"
        close = nearest(self.name, self.known)
        return f"did you mean `{close}`?" if close is not None else ""
