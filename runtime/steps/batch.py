"""Steps that work on several items at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, ClassVar

from .outbox import Outbox
from .step import Step


class BatchStep(Step):
    """A step that gets its items in batches of `batch_size`, whatever notes have them.

    `load_fn`, if there is one, loads each item, and `dump_fn` gets what `on_item_batch`
    gives for each: those of a batch in parallel threads. A note leaves when all of its
    items are done.
    """

    load_fn: ClassVar[Any] = None
    dump_fn: ClassVar[Any] = None

    def __init__(self, batch_size: int, item_key: str) -> None:
        super().__init__(item_key)
        self.batch_size = int(batch_size)
        self.load_fn_params: dict[str, Any] = {}
        self.dump_fn_params: dict[str, Any] = {}
        # The notes in their order, each with the number of its open items.
        self._notes: list[Any] = []
        # The items that wait for their batch, each with the entry of its note.
        self._items: list[Any] = []

    def on_item_batch(self, outputs: Any, items: list[Any], notes: list[Any]) -> Any:
        """For each batch; may give a list of arguments of `dump_fn`."""

    def __call__(self, note: Any) -> Any:
        self.on_data(note)
        items = self._item_of(note)
        items = items if isinstance(items, list) else [items]
        entry = [note, len(items)]
        self._notes.append(entry)
        self._items += [(item, entry) for item in items]
        while len(self._items) >= self.batch_size:
            self._work()
        return self._done()

    def flush(self, outbox: Outbox) -> None:
        if self._items:
            self._work()
        outbox.add(self._done())

    def _work(self) -> None:
        batch = self._items[: self.batch_size]
        self._items = self._items[self.batch_size :]
        items = [item for item, _ in batch]
        outputs = None
        with ThreadPoolExecutor() as pool:
            if self.load_fn is not None:
                load = partial(self.load_fn, **self.load_fn_params)
                outputs = list(pool.map(load, items))
            given = self.on_item_batch(outputs, items, [entry[0] for _, entry in batch])
            if self.dump_fn is not None and given is not None:
                dump = partial(self.dump_fn, **self.dump_fn_params)
                list(pool.map(lambda arguments: dump(*arguments), given))
        for _, entry in batch:
            entry[1] -= 1

    def _done(self) -> Any:
        routed: dict[str, list[Any]] = {}
        while self._notes and not self._notes[0][1]:
            note, _ = self._notes.pop(0)
            self.on_after_item(note)
            sent = self.route(note)
            sent = {sent: [note]} if isinstance(sent, str) else sent or {}
            for output, notes in sent.items():
                routed.setdefault(output, []).extend(notes)
        return routed
