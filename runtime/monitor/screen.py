"""Progress on a terminal: a few lines, written anew while the run goes on."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from threading import RLock
from typing import Any, TextIO

from .call import ENDED, Call, counted
from .failures import reason
from .lines import Lines
from .times import clock, spent

LOOP = 4  # calls of one line of the driver, from which on they share a line here


class Above:
    """Stands for stdout or stderr: what is written there comes above the screen."""

    def __init__(self, stream: TextIO, screen: Screen) -> None:
        self.stream, self.screen = stream, screen

    def write(self, text: str) -> int:
        with self.screen.lock:
            self.screen.draw([])
            self.screen.is_free = text.endswith("\n")
            return self.stream.write(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)


class Screen(Lines):
    """Shows counts, a bar, and a line for each call at work or in trouble."""

    def __init__(self, most: int, begun: float) -> None:
        super().__init__(most, begun)
        self.lock, self.drawn, self.is_free = RLock(), 0, True
        self.streams, self.terminal = (sys.stdout, sys.stderr), sys.stderr
        if sys.stdout.isatty():
            sys.stdout = Above(sys.stdout, self)
        sys.stderr = Above(sys.stderr, self)

    def show(self, calls: list[Call], changed: list[Call], now: float) -> None:
        columns, rows = os.get_terminal_size(self.terminal.fileno())
        lines = [
            *self.head(calls, columns, now),
            *troubles(calls),
            *at_work(calls, now),
        ]
        if len(lines) >= rows:
            lines[rows - 2 :] = [f"  and {len(lines) - rows + 2} more"]
        with self.lock:
            self.draw([line[: columns - 1] for line in lines])

    def draw(self, lines: list[str]) -> None:
        """Put the lines in the place of those that are there."""
        lines = lines if self.is_free else []
        back = f"\x1b[{self.drawn}F\x1b[J" if self.drawn else ""
        self.drawn = len(lines)
        self.terminal.write(back + "".join(f"{line}\n" for line in lines))
        self.terminal.flush()

    def head(self, calls: list[Call], columns: int, now: float) -> Iterator[str]:
        ended, passed = sum(one.state in ENDED for one in calls), now - self.begun
        times = f"  {ended}/{len(calls)}  {clock(passed)}{left(calls, passed)}"
        width = min(40, columns - len(times) - 1)
        full = width * ended // len(calls)
        yield "━" * full + "─" * (width - full) + times
        yield f"  {counted(calls)}"

    def say(self, text: str) -> None:
        with self.lock:
            self.draw([])
            self.terminal.write(f"{text}\n")

    def log(self, call: Call, told: list[str]) -> None:
        """Show the last lines under the call; to see all, ask for that."""
        call.logs = [*call.logs, *told][-3:]
        if self.most > 3:
            self.say("\n".join(f"{call.name}: {line}" for line in told))

    def close(self) -> None:
        """Leave the terminal as it was."""
        with self.lock:
            self.draw([])
        sys.stdout, sys.stderr = self.streams


def left(calls: list[Call], passed: float) -> str:
    """How long it may take yet, if calls of a task take as long as those before."""
    times: dict[str, list[float]] = {}
    for one in calls:
        if one.state == "done":
            times.setdefault(one.task, []).append(one.seconds)
    known = [seconds for found in times.values() for seconds in found]
    if passed < 10 or len(known) < 5 or not sum(known):
        return ""
    usual = sum(known) / len(known)
    means = {task: sum(found) / len(found) for task, found in times.items()}
    ahead = sum(means.get(one.task, usual) for one in calls if one.state not in ENDED)
    return f", about {clock(ahead * passed / sum(known))} left"


def troubles(calls: list[Call]) -> Iterator[str]:
    for one in calls:
        if one.state == "failed":
            yield f"  ✗ {one.name}: {reason(one)}"


def at_work(calls: list[Call], now: float) -> Iterator[str]:
    """A line for each call that runs, or for the loop that it is a pass of."""
    loops: dict[tuple[int, str], list[Call]] = {}
    for one in calls:
        loops.setdefault((one.line, one.task), []).append(one)
    for (_, task), passes in loops.items():
        running = [one for one in passes if one.state == "running"]
        if len(passes) < LOOP:
            for one in running:
                told = ", ".join(one.figures) or spent(now - one.since)
                yield f"  ▸ {one.name}  {told}"
                yield from (f"      {line}" for line in one.logs)
        elif running:
            ended = sum(one.state in ENDED for one in passes)
            longest = max(running, key=lambda one: now - one.since)
            others = f" and {len(running) - 1} more" if len(running) > 1 else ""
            at_work = f"{longest.name}  {spent(now - longest.since)}{others}"
            yield f"  ▸ {task}, {ended} of {len(passes)}: {at_work}"
