"""Steps that are ready to use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any, ClassVar

from .function import function_of
from .step import Step


class Split(Step):
    """Sends a note to A if `split_fn(note)` is true, else to B."""

    Parameters: ClassVar[Mapping[str, Any]] = {"split_fn": {"type": "function"}}
    Outputs: ClassVar[Sequence[str]] = ["A", "B"]

    def __init__(self, split_fn: Any) -> None:
        super().__init__()
        self.fn = function_of(split_fn)

    def route(self, note: Any) -> Any:
        return "A" if self.fn(note) else "B"


class SplitByItems(Step):
    """Sends a note to A if `split_items_fn(items, note)` is true, else to B."""

    Parameters: ClassVar[Mapping[str, Any]] = {
        "split_items_fn": {"type": "function"},
        "item_key": {"type": "string"},
    }
    Outputs: ClassVar[Sequence[str]] = ["A", "B"]

    def __init__(self, split_items_fn: Any, item_key: str) -> None:
        super().__init__(item_key)
        self.fn = function_of(split_items_fn)

    def route(self, note: Any) -> Any:
        return "A" if self.fn(note[self.item_key], note) else "B"


class SplitItemField(Step):
    """Puts items with a true `split_fn(item)` under `a_key`, others under `b_key`."""

    Parameters: ClassVar[Mapping[str, Any]] = {
        "split_fn": {"type": "function"},
        "item_key": {"type": "string"},
        "a_key": {"type": "string"},
        "b_key": {"type": "string"},
        "should_delete_original": {"type": "boolean", "default": True},
    }

    def __init__(
        self,
        split_fn: Any,
        item_key: str,
        a_key: str,
        b_key: str,
        should_delete_original: bool = True,
    ) -> None:
        super().__init__(item_key)
        self.fn = function_of(split_fn)
        self.a_key, self.b_key = a_key, b_key
        self.should_delete_original = should_delete_original

    def on_after_item(self, note: Any) -> None:
        items = note[self.item_key]
        chosen = [bool(self.fn(item)) for item in items]
        if self.should_delete_original:
            del note[self.item_key]
        note[self.a_key] = [
            item for item, is_a in zip(items, chosen, strict=True) if is_a
        ]
        note[self.b_key] = [
            item for item, is_a in zip(items, chosen, strict=True) if not is_a
        ]


class Copy(Step):
    """Sends a note to A and a copy of it to B."""

    Outputs: ClassVar[Sequence[str]] = ["A", "B"]

    def route(self, note: Any) -> Any:
        return {"A": [note], "B": [deepcopy(note)]}
