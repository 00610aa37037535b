"""FFC208: A name of the workflow library that ffc does not know."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class UnknownApi(Error):
    """A name of the workflow library that ffc does not know.

    The library may have it, but ffc has no meaning for it, so that the driver would lack what it
    does.

    Example:

        from functionfuse.backends.builtin.rayback import RayWorkflw

    Use the name that the message proposes, or leave it out.
    """

    code = "FFC208"

    name: str
    close: str | None

    @property
    def message(self) -> str:
        return f"ffc does not know `{self.name}`"

    @property
    def help(self) -> str:
        return f"did you mean `{self.close}`?" if self.close is not None else ""
