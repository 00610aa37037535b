"""The notes that a step sends on."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

PLAIN = frozenset({bool, bytes, float, int, str, type(None)})


def copied(note: Any) -> Any:
    """A deep copy, quickly made of a dict of plain values."""
    if type(note) is dict and PLAIN.issuperset(map(type, (*note, *note.values()))):
        return note.copy()
    return deepcopy(note)


class Outbox:
    """The notes that leave a step, by output, each by itself and as it is then."""

    def __init__(self, step: Any, outputs: Sequence[str]) -> None:
        self.step = step
        self.sent: dict[str, list[Any]] = {output: [] for output in outputs}
        self.counts = dict.fromkeys(step.Outputs, 0)

    def add(self, routed: Any, note: Any = None) -> None:
        """Send `note` by the output `routed`, or what that says as a dict."""
        if isinstance(routed, str):
            routed = {routed: [note]}
        for output, notes in (routed or {}).items():
            if output not in self.step.Outputs:
                known = ", ".join(map(repr, self.step.Outputs))
                name = type(self.step).__name__
                raise ValueError(
                    f"{name} has no output {output!r}: its Outputs are {known}"
                )
            notes = notes if isinstance(notes, list) else [notes]
            self.counts[output] += len(notes)
            if output in self.sent:
                self.sent[output] += map(copied, notes)

    def returns(self, **facts: Any) -> tuple[Any, ...]:
        """The notes of each output; then, for the driver, their numbers and `facts`."""
        return (*self.sent.values(), {"counts": self.counts, **facts})
