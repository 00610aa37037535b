"""How long drivers take on Ray, against the same written by hand."""

from __future__ import annotations

import contextlib
import io
import time
from collections.abc import Callable, Iterator
from statistics import median
from typing import Any, Final

import ray

from .apps import Pair

REPEATS: Final = 16


@contextlib.contextmanager
def cluster() -> Iterator[None]:
    """A Ray of its own, which the drivers of this process find started."""
    start = ray.init
    start(address="local", num_cpus=2, include_dashboard=False, log_to_driver=False)
    ray.init = lambda *args, **kwargs: None
    try:
        yield
    finally:
        ray.init = start
        ray.shutdown()


def against_by_hand(pair: Pair, driver: str) -> None:
    """`main()` of both, in turn, on one cluster: from the first submission to the last result."""
    ours, by_hand = main_of(driver), main_of(pair.by_hand)
    assert _printed(ours) == _printed(by_hand), "they do not compute the same"  # and warm both up
    times = [pair_of_seconds(ours, by_hand, index % 2 == 0) for index in range(REPEATS)]
    our_time, hand_time = (median(column) for column in zip(*times, strict=True))
    ratio = median(one / other for one, other in times)
    print(f"main() of {pair.name}, {REPEATS} times in turn with main() written by hand:")
    print(f"  {our_time:.3f} s against {hand_time:.3f} s: ratio {ratio:.3f} (at most 1.05)")


def main_of(source: str) -> Callable[[], object]:
    """`main` of a driver; its tasks travel to the workers by value, as those of a script do."""
    namespace: dict[str, Any] = {"__name__": "driver"}
    exec(source, namespace)
    return namespace["main"]


def _printed(main: Callable[[], object]) -> str:
    with contextlib.redirect_stdout(io.StringIO()) as out:
        main()
    return out.getvalue()


def pair_of_seconds(
    ours: Callable[[], object], by_hand: Callable[[], object], ours_first: bool
) -> tuple[float, float]:
    """The durations of both; which is first alternates, as the cluster changes in the course."""
    if ours_first:
        return seconds(ours), seconds(by_hand)
    other = seconds(by_hand)
    return seconds(ours), other


def seconds(main: Callable[[], object]) -> float:
    start = time.perf_counter()
    _printed(main)
    return time.perf_counter() - start
