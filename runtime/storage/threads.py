"""Many waits for a storage, at the same time."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def in_threads(function: Callable[[Any], Any], items: Iterable[Any]) -> list[Any]:
    """What `function` gives for each of `items`; the first error comes through."""
    with ThreadPoolExecutor(16) as pool:
        return [*pool.map(function, items)]
