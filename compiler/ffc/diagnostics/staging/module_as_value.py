"""FFC232: A module of the app is used as a value."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class ModuleAsValue(Error):
    """A module of the app is used as a value.

    The driver is one file: it has the names of the app's modules, but not the modules. Code that
    stays as it is can read `module.name`, and do nothing else with the module.

    Example:

        import shapes

        @task
        def area(kind, size):
            return getattr(shapes, kind)(size)

    Use the names themselves, in a dict if need be. If the module is installed where the driver
    runs, `ffc compile --no-inline` keeps it as an import.
    """

    code = "FFC232"

    module: str
    where: str
    changed: str = ""

    @property
    def message(self) -> str:
        return f"module `{self.module}` {self.where}: in the driver it is not there"

    @property
    def help(self) -> str:
        if self.changed:
            return f"bind `{self.changed}` in the wiring, or in a function of `{self.module}`"
        return (
            f"use its names, as in `{self.module}.name`; or keep it as an import with `--no-inline`"
        )
