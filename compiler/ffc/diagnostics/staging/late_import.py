"""FFC233: A module of the app does something when it is imported, at a time that is not known."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class LateImport(Error):
    """A module of the app does something when it is imported, at a time that is not known.

    A module that is imported inside of a task, a loop or a condition becomes a part of the driver
    that stands outside. That is the same only if it does no more than to define its names.

    Example:

        @task
        def report(values):
            import texts  # which prints something when it is imported

    Import it at the top of a file, or move what it does into a function.
    """

    code = "FFC233"

    module: str
    reason: str = ""

    @property
    def message(self) -> str:
        return self.reason or f"`{self.module}` does more than to define names when it is imported"

    @property
    def notes(self) -> tuple[str, ...]:
        here = "in a task, a loop or a condition it is not known when that happens"
        return () if self.reason else (here,)

    @property
    def help(self) -> str:
        return "import it at the top of the file"
