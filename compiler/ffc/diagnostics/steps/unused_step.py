"""FFC520: A node of a step graph is made for nothing."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Warning_


@dataclass(frozen=True)
class UnusedStep(Warning_):
    """A node of a step graph is made for nothing.

    No run needs it, so the driver leaves it out: a step that is not bound, one whose notes nobody
    gets, or a resource that no step that runs is given.

    Example:

        add = Add.remote()
        gb.run(numbers)

    Bind it and run what `bind` gives, or delete it.
    """

    code = "FFC520"

    node: str
    what: str
    way: str

    @property
    def message(self) -> str:
        return f"no run needs the {self.what} `{self.node}`: the driver leaves it out"

    @property
    def help(self) -> str:
        return self.way
