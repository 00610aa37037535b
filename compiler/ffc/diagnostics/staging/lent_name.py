"""FFC235: A name of a module is assigned after another module has imported it."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class LentName(Error):
    """A name of a module is assigned after another module has imported it.

    `from config import RATE` takes the value that `RATE` has then, and keeps it when `config.RATE`
    is assigned later. In the driver both would be one variable.

    Example:

        import config
        from config import RATE

        config.RATE = 0.5

    Read `config.RATE` everywhere, and import no more than the module.
    """

    code = "FFC235"

    module: str
    name: str

    @property
    def message(self) -> str:
        return f"`{self.module}.{self.name}` is assigned, and `{self.name}` was imported before"

    @property
    def help(self) -> str:
        return f"read `{self.module}.{self.name}` everywhere: `import {self.module}`"
