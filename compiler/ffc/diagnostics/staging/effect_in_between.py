"""FFC230: Nodes of a loop cannot wait for an effect that comes before their run."""

from __future__ import annotations

from dataclasses import dataclass

from ...source import Span
from ..model import Error


@dataclass(frozen=True)
class EffectInBetween(Error):
    """Nodes of a loop cannot wait for an effect that comes before their run.

    No task of the app runs before `run()`. What happens before that, such as a file that is
    written, must have happened when the driver submits the nodes.

    Example:

        if fresh:
            path.write_text(download())
            nodes.append(count(path))

    Do what has effects in a block of its own, before the one that makes the nodes. Loops and
    `with open(...)` are parted so by ffc.
    """

    code = "FFC230"

    effect: Span

    @property
    def message(self) -> str:
        return "these nodes must not run before an effect that comes later"

    @property
    def help(self) -> str:
        return "do what has effects in a loop of its own, before the one that makes the nodes"

    @property
    def related(self) -> tuple[tuple[Span, str], ...]:
        return ((self.effect, "the effect"),)
