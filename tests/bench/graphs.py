"""How long step graphs take, against plain Ray actors that get a list at a time."""

from __future__ import annotations

import time
from dataclasses import dataclass
from statistics import median
from typing import Any, Final

from ffc.compile import compile_source
from ffc.diagnostics import Sink
from ffc.emit import Target
from ffc.source import SourceFile

ROUNDS: Final = 6

_WORK: Final = """
import hashlib


def work(note, key):
    data = note["data"]
    note[key] = hashlib.sha256(data).digest() if len(data) > 5000 else hash(tuple(sorted(data)))


def notes(count, size):
    return [{"i": i, "data": bytes([i % 256]) * size} for i in range(count)]

"""

_APP: Final = (
    "import ffc as gb\n"
    + _WORK
    + """
@gb.remote
class Make(gb.SourceStep):
    def __init__(self, count, size):
        super().__init__()
        self.count, self.size = count, size

    def load(self):
        return {"out": notes(self.count, self.size)}


@gb.remote
class Work(gb.Step):
    def __init__(self, key):
        super().__init__()
        self.key = key

    def on_data(self, note):
        work(note, self.key)


@gb.remote
class Last(Work):
    def on_data(self, note):
        super().on_data(note)
        note["data"] = len(note["data"])


last = Make.remote(count=1, size=1)
for key in ("a", "b"):
    last = Work.remote(key=key).bind("out", last)
print(gb.run(Last.remote(key="c").bind("out", last)))
"""
)

_BY_HAND: Final = (
    "import ray\n"
    + _WORK
    + """
@ray.remote
class Make:
    def __init__(self, count, size):
        self.count, self.size = count, size

    def load(self):
        return notes(self.count, self.size)


class Step:
    def __init__(self, key):
        self.key = key

    def on_data(self, note):
        work(note, self.key)

    def on_notes(self, notes):
        for note in notes:
            self.on_data(note)
        return notes


Work = ray.remote(Step)


@ray.remote
class Last(Step):
    def on_data(self, note):
        super().on_data(note)
        note["data"] = len(note["data"])


def begun(count, size):
    steps = [Make.remote(count, size), Work.remote("a"), Work.remote("b"), Last.remote("c")]
    ray.get([step.__ray_ready__.remote() for step in steps])
    return steps


def passed(steps):
    first, *others = steps
    found = first.load.remote()
    for step in others:
        found = step.on_notes.remote(found)
    notes = ray.get(found)
    for step in steps:
        ray.kill(step)
    return notes
"""
)


def graphs() -> None:
    """Prints the ratios; Ray runs. Steps start first: the last ratio says how long that takes."""
    ours, by_hand = _driver(), _module(_BY_HAND)
    for count, size in ((200, 1 << 20), (20_000, 1 << 10), (1, 1)):
        pairs = [_pair(ours, by_hand, (count, size), turn % 2 == 0) for turn in range(ROUNDS)]
        print(f"{count} notes of {size} bytes through three steps, {ROUNDS} times in turn:")
        if count > 1:
            _show([(one.passing, other.passing) for one, other in pairs], 0.7)
        else:
            _show([(one.all, other.all) for one, other in pairs], 1.1)


def _show(pairs: list[tuple[float, float]], most: float) -> None:
    our_time, hand_time = (median(column) for column in zip(*pairs, strict=True))
    ratio = median(one / other for one, other in pairs)
    print(f"  {our_time:.3f} s against {hand_time:.3f} s: ratio {ratio:.3f} (at most {most})")


@dataclass(frozen=True)
class _Times:
    """The duration of a run, and of what is behind the start of the actors."""

    all: float
    passing: float


def _pair(
    ours: dict[str, Any], by_hand: dict[str, Any], given: tuple[int, int], ours_first: bool
) -> tuple[_Times, _Times]:
    """The durations of both; which is first alternates, as the cluster changes in the course."""
    if ours_first:
        one, found = _ours(ours, *given)
        other, expected = _by_hand(by_hand, *given)
    else:
        other, expected = _by_hand(by_hand, *given)
        one, found = _ours(ours, *given)
    assert found == expected, "they do not compute the same"
    return one, other


def _ours(driver: dict[str, Any], count: int, size: int) -> tuple[_Times, Any]:
    starting, began, given = driver["begun"], [], []

    def begun(*arguments: Any) -> Any:
        stages = starting(*arguments)
        began.append(time.perf_counter())
        return stages

    driver["begun"], driver["print"] = begun, given.append
    start = time.perf_counter()
    driver["main"](None, [f"Make.count={count}", f"Make.size={size}"])
    end = time.perf_counter()
    driver["begun"] = starting
    return _Times(end - start, end - began[0]), given[0]["out"]


def _by_hand(driver: dict[str, Any], count: int, size: int) -> tuple[_Times, Any]:
    start = time.perf_counter()
    steps = driver["begun"](count, size)
    began = time.perf_counter()
    given = driver["passed"](steps)
    end = time.perf_counter()
    return _Times(end - start, end - began), given


def _driver() -> dict[str, Any]:
    sink = Sink()
    compiled = compile_source(SourceFile("app.py", None, _APP), Target("app.py", "ffc"), sink)
    assert compiled is not None, sink.diagnostics
    return _module(compiled.driver)


def _module(source: str) -> dict[str, Any]:
    """The names of a script; its classes go to the workers by value, as those of a script do."""
    namespace: dict[str, Any] = {"__name__": "driver"}
    exec(source, namespace)
    return namespace
