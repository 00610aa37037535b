"""The work of one step: a list of notes at a time."""

from __future__ import annotations

import sys

from ffc.authoring.steps.answers import ask

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any


def work(step: Any, label: str, title: str, notes: Sequence[Any] | None) -> dict[str, list[Any]]:
    """Return what `step` gives for `notes`, by output, from its start to its end.

    `notes` are None for a source. `label` and `title` are what its logs and its questions show.
    """
    outputs = step._start(label)["outputs"]
    given: dict[str, list[Any]] = {output: [] for output in outputs}
    for *lists, _ in _calls(step, title, outputs, notes):
        for output, some in zip(outputs, lists, strict=True):
            given[output] += some
    return given


def _calls(
    step: Any, title: str, outputs: Sequence[str], notes: Sequence[Any] | None
) -> Iterator[tuple[Any, ...]]:
    """Yield what each call of the step gives: a list for each output, and what else there is."""
    if notes is None:
        yield (returned := step._load(outputs, sys.maxsize))
        while returned[-1]["more"]:
            yield (returned := step._load(outputs, sys.maxsize))
    else:
        yield (returned := step._take(outputs, notes))
        while "prompt" in returned[-1]:
            yield (returned := step._answer(outputs, ask(title, returned[-1]["prompt"])))
    yield step._finish(outputs)
