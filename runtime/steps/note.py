"""What goes from step to step."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any


class Note:
    """A dict of items on its way through the graph; a missing one is None."""

    def __init__(self, items: dict[Any, Any] | None = None) -> None:
        self.items = {} if items is None else items

    def __getitem__(self, key: Any) -> Any:
        return self.items.get(key)

    def get(self, key: Any, default: Any = None) -> Any:
        return self.items.get(key, default)

    def __setitem__(self, key: Any, value: Any) -> None:
        self.items[key] = value

    def __delitem__(self, key: Any) -> None:
        del self.items[key]

    def __contains__(self, key: Any) -> bool:
        return key in self.items

    def __iter__(self) -> Iterator[Any]:
        return iter(self.items)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Note) and self.items == other.items

    def __str__(self) -> str:
        return json.dumps(self.items, indent=2, default=str)

    def __repr__(self) -> str:
        return f"Note({self.items!r})"
