"""FFC105: A module of the app is not there."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error
from ..nearest import nearest


@dataclass(frozen=True)
class MissingModule(Error):
    """A module of the app is not there.

    A relative import names a file that does not exist, or an import names a module that a package
    beside the app does not have. What is not beside the app at all is taken for a library.

    Example:

        from .setings import RATE

    Correct the name of the module, or add its file.
    """

    code = "FFC105"

    module: str
    known: tuple[str, ...]
    reason: str = ""
    absolute: str = ""

    @property
    def message(self) -> str:
        return self.reason or f"there is no module `{self.module}`"

    @property
    def help(self) -> str:
        if self.absolute:
            return f"what lies beside the app has its own name: `from {self.absolute} import …`"
        close = nearest(self.module, self.known)
        return f"did you mean `{close}`?" if close is not None else ""
