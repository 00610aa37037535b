"""FFC604: Which plugins a collection has is not known."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class UnknownPlugins(Error):
    """Which plugins a collection has is not known.

    They are written into the driver, so ffc must be able to work out the list.

    Example:

        PluginCollection(plugins_of(os.environ["SETUP"]))

    Write the list out. What only the driver decides, an own plugin can decide in its
    `remote_initialize`.
    """

    code = "FFC604"

    @property
    def message(self) -> str:
        return "which plugins this collection has must be known when the app is compiled"

    @property
    def help(self) -> str:
        return "give a list of plugins"
