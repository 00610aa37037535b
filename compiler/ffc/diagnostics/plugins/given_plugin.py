"""FFC601: What is given as a plugin is none."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class GivenPlugin(Error):
    """What is given as a plugin is none.

    Nodes get an `InitializerPlugin`, a `RandomStatePlugin`, a `PluginCollection`, or the object of
    a class of your own that derives from `Plugin`.

    Example:

        flow.query("fit .*").set_plugins(init_float)

    Make a plugin of the function: `InitializerPlugin(init_float)`.
    """

    code = "FFC601"

    what: str

    @property
    def message(self) -> str:
        return f"{self.what} is no plugin"

    @property
    def help(self) -> str:
        return (
            "make one of a function by `InitializerPlugin(function)`, "
            "of several plugins by `PluginCollection([...])`"
        )
