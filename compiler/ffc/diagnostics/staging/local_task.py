"""FFC215: A task is defined inside a function."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class LocalTask(Error):
    """A task is defined inside a function.

    Tasks are functions and classes at the module's top level.

    Example:

        def build():
            @task
            def load(path): ...

    Move the definition to the module's top level.
    """

    code = "FFC215"

    name: str

    @property
    def message(self) -> str:
        return f"task `{self.name}` is defined inside a function"

    @property
    def help(self) -> str:
        return "move it to the module's top level"
