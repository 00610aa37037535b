"""How steps call the methods of the app's classes."""

from __future__ import annotations

from collections.abc import Mapping

# By method: the kind of step that calls it, with which arguments.
HOOKS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "on_start": ("Step", ()),
    "on_data": ("Step", ("note",)),
    "on_item": ("Step", ("item", "note")),
    "on_after_item": ("Step", ("note",)),
    "route": ("Step", ("note",)),
    "forward_note": ("Step", ("note",)),
    "on_end": ("Step", ()),
    "load": ("SourceStep", ()),
    "on_item_batch": ("BatchStep", ("outputs", "items", "notes")),
    "load_fn": ("BatchStep", ("item",)),
    "dump_fn": ("BatchStep", ("value",)),
    "get_prompt": ("PromptStep", ("note",)),
    "on_prompt_response": ("PromptStep", ("note", "response")),
    "value": ("Resource", ()),
}
STATIC = ("load_fn", "dump_fn")  # called in threads, with as many arguments as the app likes


def right(hook: str) -> str:
    """The method as it is to be written, without `def`."""
    _, arguments = HOOKS[hook]
    if hook in STATIC:
        return f"{hook}({', '.join(arguments)}, …)"
    return f"{hook}({', '.join(('self', *arguments))})"
