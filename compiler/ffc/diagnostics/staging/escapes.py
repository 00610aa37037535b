"""FFC204: A node gets into code that is not staged."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class Escapes(Error):
    """A node gets into code that is not staged.

    ffc follows nodes through variables, lists, tuples, dicts and the app's own functions. What
    other code would do with a node, it cannot know.

    Example:

        print(load("a"))

    Give the node to a task, or use the result of `run()`.
    """

    code = "FFC204"

    what: str
    where: str

    @property
    def message(self) -> str:
        return f"{self.what} in {self.where}, which ffc does not follow"

    @property
    def help(self) -> str:
        return "give it to a task, or use the result of `run()`"
