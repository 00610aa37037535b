"""Functions as steps, and functions given as text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .step import Step


class FunctionStep(Step):
    """A step that calls `function` for each note.

    What it gives leaves in place of the note: a note, or a list of notes. If that is
    None, the note itself leaves.
    """

    def __init__(self, function: Callable[..., Any], /, **parameters: Any) -> None:
        super().__init__()
        self.function, self.parameters = function, parameters

    def __call__(self, note: Any) -> Any:
        given = self.function(note, **self.parameters)
        return {"out": note if given is None else given}


def function_of(given: Any) -> Callable[..., Any]:
    """A function, given as one or as the text of its `def`."""
    if callable(given):
        return given  # type: ignore[no-any-return]
    text = str(given).strip()
    if not text.startswith("def "):
        raise ValueError(f"neither a function nor the text of its `def`: {given!r}")
    names: dict[str, Any] = {}
    exec(text, names)
    return names[text[4 : text.index("(")].strip()]  # type: ignore[no-any-return]
