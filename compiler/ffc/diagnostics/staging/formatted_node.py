"""FFC202: A node is put into a string."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class FormattedNode(Error):
    """A node is put into a string.

    A node is a call that has not run yet: its value cannot be part of a name or a message.

    Example:

        score = evaluate(model).set_name(f"score of {model}")

    Use what the node is made of, or its name: `f"score of {model.name}"`.
    """

    code = "FFC202"

    what: str

    @property
    def message(self) -> str:
        return f"{self.what} in a string, which has no value before the run"

    @property
    def help(self) -> str:
        return "use the node's name (`node.name`), or what it is made of"
