"""FFC606: Later calls of an object see what the plugin of a call has done."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Warning_


@dataclass(frozen=True)
class LastingSetup(Warning_):
    """Later calls of an object see what the plugin of a call has done.

    The object of a class node lives in one process. What a plugin changes there before one call is
    so in later calls too, those without the plugin included.

    Example:

        first = model.predict(points)
        second = model.predict(points)
        first.set_name("first")
        flow.query("first").set_plugins(plugin)

    Give the plugin to all calls of the object, or use a task in place of the class.
    """

    code = "FFC606"

    method: str

    @property
    def message(self) -> str:
        return f"later calls of the object see what the plugin of `{self.method}` has done"

    @property
    def help(self) -> str:
        return "give the plugin to all calls of the object, or to none"
