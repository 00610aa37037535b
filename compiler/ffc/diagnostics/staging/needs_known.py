"""FFC213: A value must be known when the app is compiled."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class NeedsKnown(Error):
    """A value must be known when the app is compiled.

    Patterns, dicts of options and the like shape the driver, so ffc must be able to work them out.

    Example:

        flow.query("model").set_remote_args(json.loads(sys.argv[1]))

    Write the value in the app.
    """

    code = "FFC213"

    what: str
    wanted: str

    @property
    def message(self) -> str:
        return f"{self.what} must be known when the app is compiled: {self.wanted}"

    @property
    def help(self) -> str:
        return "write it out in the app"
