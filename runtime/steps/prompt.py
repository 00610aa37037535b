"""Steps that ask the person who runs them."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import Any

from .outbox import Outbox, copied
from .prompts import bool_prompt
from .step import Step


class PromptStep(Step):
    """A step that asks about each note: `get_prompt` says what, None for nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._unanswered: deque[Any] = deque()

    def get_prompt(self, note: Any) -> Any:
        return bool_prompt(note)

    def on_prompt_response(self, note: Any, response: Any) -> None:
        raise NotImplementedError(
            f"{type(self).__name__} needs a method on_prompt_response"
        )

    def _start(self, label: str, keeps: str = "") -> dict[str, Any]:
        # No notes before the answers.
        return {**super()._start(label, keeps), "ahead": 1}

    def _take(self, outputs: Sequence[str], notes: Sequence[Any]) -> tuple[Any, ...]:
        self._unanswered.extend(map(copied, notes))
        return self._go_on(Outbox(self, outputs))

    def _answer(self, outputs: Sequence[str], response: Any) -> tuple[Any, ...]:
        outbox = Outbox(self, outputs)
        note = self._unanswered.popleft()
        self.on_prompt_response(note, response)
        outbox.add(self(note), note)
        return self._go_on(outbox)

    def _go_on(self, outbox: Outbox) -> tuple[Any, ...]:
        """Up to the next question."""
        while self._unanswered:
            prompt = self.get_prompt(self._unanswered[0])
            if prompt:
                return outbox.returns(prompt=prompt)
            note = self._unanswered.popleft()
            outbox.add(self(note), note)
        return outbox.returns()
