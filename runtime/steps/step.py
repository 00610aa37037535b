"""Steps: what happens to each note."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from .log import log, logs, show_as
from .outbox import Outbox, copied

StepOutput = dict[str, list[Any]]  # what `load` gives, and `route` may


class Step:
    """What happens to each note; a class of the app fills in the hooks that it needs.

    Parameters are what `__init__` takes, Outputs the names by which notes may leave.
    """

    Parameters: ClassVar[Mapping[str, Any]] = {}
    Outputs: ClassVar[Sequence[str]] = ["out"]

    def __init__(self, item_key: str | None = None) -> None:
        self.item_key = item_key

    def log(self, message: Any, type: str = "info") -> None:
        log(message, type)

    def on_start(self) -> None:
        """Before the first note."""

    def on_data(self, note: Any) -> None:
        """For each note."""

    def on_item(self, item: Any, note: Any) -> None:
        """For the item `item_key` of each note."""

    def on_after_item(self, note: Any) -> None:
        """For each note, behind `on_item`."""

    def forward_note(self, note: Any) -> Any:
        """The old name of `route`."""
        return "out"

    def route(self, note: Any) -> Any:
        """The output by which the note leaves, or a dict: outputs, lists of notes."""
        return self.forward_note(note)

    def on_end(self) -> None:
        """Behind the last note."""

    def __call__(self, note: Any) -> Any:
        """What to do with `note`, as `route` says it."""
        self.on_data(note)
        if self.item_key is not None:
            self.on_item(self._item_of(note), note)
        self.on_after_item(note)
        return self.route(note)

    def _item_of(self, note: Any) -> Any:
        item = note.get(self.item_key)
        if item is None:
            raise ValueError(f"{type(self).__name__}: no {self.item_key!r} in {note!r}")
        return item

    def flush(self, outbox: Outbox) -> None:
        """Send what was kept back, behind the last note."""

    # What the driver calls.

    def _start(self, label: str, keeps: str = "") -> dict[str, Any]:
        """What the driver must know; up to `ahead` calls may be under way."""
        show_as(label, keeps)
        self.on_start()
        return {"outputs": self.Outputs, "ahead": 3}

    def _take(self, outputs: Sequence[str], notes: Sequence[Any]) -> tuple[Any, ...]:
        outbox = Outbox(self, outputs)
        for note in notes:
            note = copied(note)  # Ray's arrays are read-only
            outbox.add(self(note), note)
        return outbox.returns()

    def _finish(self, outputs: Sequence[str]) -> tuple[Any, ...]:
        outbox = Outbox(self, outputs)
        self.flush(outbox)
        self.on_end()
        return outbox.returns()

    def _logs(self) -> list[Any]:
        return logs()
