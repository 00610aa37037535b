"""Questions that a PromptStep may ask."""

from __future__ import annotations

from ffc.runtime.steps.prompts import (
    bool_prompt,
    dict_prompt,
    list_prompt,
    number_prompt,
    prompt,
    selection_prompt,
    text_prompt,
)

__all__ = [
    "bool_prompt",
    "dict_prompt",
    "list_prompt",
    "number_prompt",
    "prompt",
    "selection_prompt",
    "text_prompt",
]
