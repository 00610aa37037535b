"""Sources: the steps where notes come from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import monotonic
from typing import Any

from .outbox import Outbox
from .step import Step


class SourceStep(Step):
    """A step that no note comes into: `load` gives a dict of outputs and notes."""

    _loading: Iterator[Any] | None = None

    def load(self) -> Any:
        raise NotImplementedError(
            f"{type(self).__name__} is a source: it needs a method load"
        )

    def _loads(self) -> Iterator[Any]:
        """What `load` gives, note by note."""
        for output, notes in self.load().items():
            for note in notes if isinstance(notes, list) else [notes]:
                yield {output: [note]}

    def _load(self, outputs: Sequence[str], limit: int) -> tuple[Any, ...]:
        if self._loading is None:
            self._loading = self._loads()
        outbox = Outbox(self, outputs)
        begun = monotonic()
        for routed in self._loading:
            outbox.add(routed)
            count = sum(outbox.counts.values())
            if count >= limit or monotonic() - begun > 0.5:  # others wait for it
                return outbox.returns(more=True)
        return outbox.returns(more=False)


class GeneratorSourceStep(SourceStep):
    """A source whose `load` yields such dicts, as the notes come."""

    def _loads(self) -> Iterator[Any]:
        return iter(self.load())
