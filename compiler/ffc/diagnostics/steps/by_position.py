"""FFC510: `.remote()` takes keywords alone."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class ByPosition(Error):
    """`.remote()` takes keywords alone.

    Each parameter of a node has a name, under which it stands in the driver's table and can be
    changed when the driver starts.

    Example:

        add = Add.remote(3)

    Name the parameter: `Add.remote(value=3)`.
    """

    code = "FFC510"

    step: str
    parameter: str | None
    star: str

    @property
    def message(self) -> str:
        if self.star:
            return f"which parameters `{self.step}` gets, only the driver would know"
        return f"`{self.step}.remote()` gets an argument without its name"

    @property
    def help(self) -> str:
        if self.star == "**":
            return "write them out, or give a dict whose keys are known when the app is compiled"
        if self.parameter is None or self.star:
            return "give parameters by keyword"
        return f"name it: `{self.parameter}=…`"
