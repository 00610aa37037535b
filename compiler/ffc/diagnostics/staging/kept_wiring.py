"""FFC234: A package that stays an import has wiring."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class KeptWiring(Error):
    """A package that stays an import has wiring.

    `--no-inline` keeps the imports of a package, for code that is installed where the driver runs.
    Its tasks, and functions that make nodes, would stay unknown, and the driver would need the
    workflow library.

    Example:

        # ffc compile --no-inline tools app.py
        from tools import load  # a task

        points = load("a")

    Leave out `--no-inline`, or move the wiring into a module that is inlined.
    """

    code = "FFC234"

    name: str

    @property
    def message(self) -> str:
        return f"`{self.name}` has wiring, and `--no-inline` keeps it as an import"

    @property
    def help(self) -> str:
        return "leave out `--no-inline`, or move the wiring into a module that is inlined"
