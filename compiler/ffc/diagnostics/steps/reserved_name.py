"""FFC518: A class of a step uses a name that belongs to the step itself."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class ReservedName(Error):
    """A class of a step uses a name that belongs to the step itself.

    Drivers call a step through methods of the base classes, whose names begin with `_` except for
    `flush`. A class that has one of its own in their place takes them away.

    Example:

        class Add(Step):
            def _start(self):
                ...

    Give it another name.
    """

    code = "FFC518"

    name: str
    step: str
    base: str

    @property
    def message(self) -> str:
        return f"`{self.step}` uses the name `{self.name}`, which `{self.base}` needs for itself"

    @property
    def help(self) -> str:
        return "give it another name" + (
            "; what to do with each note says `on_data`" if self.name == "__call__" else ""
        )
