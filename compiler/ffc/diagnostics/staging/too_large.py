"""FFC220: A list or dict of the wiring is too large."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class TooLarge(Error):
    """A list or dict of the wiring is too large.

    ffc follows lists and dicts with nodes in them up to twenty thousand elements.

    Example:

        nodes.extend(nodes)  # ... and so on, twenty times

    Make the nodes in fewer, larger tasks.
    """

    code = "FFC220"

    @property
    def message(self) -> str:
        return "a list or dict with nodes has more elements than ffc follows"

    @property
    def help(self) -> str:
        return "make the nodes in fewer, larger tasks"
