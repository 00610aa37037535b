"""Many waits for a storage, at the same time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

THREADS = 16


def in_threads(function: Callable[[Any], Any], items: Sequence[Any]) -> list[Any]:
    """What `function` gives for each of `items`; the first error comes through."""

    def work(first: int) -> list[Any]:
        return [function(item) for item in items[first::THREADS]]

    if len(items) < 2:
        return [function(item) for item in items]
    results: list[Any] = [None] * len(items)
    with ThreadPoolExecutor(min(THREADS, len(items))) as pool:
        for first, done in enumerate(pool.map(work, range(min(THREADS, len(items))))):
            results[first::THREADS] = done
    return results
