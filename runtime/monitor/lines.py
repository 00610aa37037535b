"""Progress in a log: a line for what has changed, at most ten a second."""

from __future__ import annotations

import sys
from collections import deque

from .call import ENDED, Call
from .failures import listed, reason
from .times import clock, spent

SILENCE = 30  # seconds, after which a line says what is at work


class Lines:
    """Writes a line when something has changed, with up to `most` names of a kind."""

    def __init__(self, most: int, begun: float) -> None:
        self.most, self.begun, self.last = most, begun, begun
        self.logged: deque[str] = deque()

    def show(self, calls: list[Call], changed: list[Call], now: float) -> None:
        told = []
        for state in ("done", "failed", "skipped", "stored", "running"):
            found = [described_end(one) for one in changed if one.state == state]
            told += [f"{state}: {listed(found, self.most)}"] if found else []
        if not told and now - self.last > SILENCE:
            told = [self.at_work(calls, now)]
        if not told and self.logged:
            self.say(self.logged.popleft())
        if told:
            self.last = now
            ended = sum(one.state in ENDED for one in calls)
            count = f"{ended:>{len(str(len(calls)))}}/{len(calls)}"
            self.say(f"[{count}] {clock(now - self.begun)} {'; '.join(told)}")

    def say(self, text: str) -> None:
        print(text, file=sys.stderr, flush=True)

    def at_work(self, calls: list[Call], now: float) -> str:
        """What still runs, and what waits for what."""
        running = [one for one in calls if one.state == "running"]
        names = [timed(one, now - one.since) for one in running]
        text = f"still running: {listed(names, self.most) or 'nothing'}"
        waiting = [one for one in calls if one.state == "waiting"]
        before = (b for one in waiting for b in (*one.needs, *one.behind))
        awaited = list(dict.fromkeys(b.name for b in before if b.state not in ENDED))
        held_up = listed(awaited, self.most) or "a free place"
        return f"{text}; {len(waiting)} waiting, for {held_up}" if waiting else text

    def log(self, call: Call, told: list[str]) -> None:
        """Show what a call has told, when there is nothing else to say."""
        self.logged += [f"{call.name}: {line}" for line in told]

    def close(self) -> None:
        """Say what there was no time for."""
        for line in self.logged:
            self.say(line)


def timed(call: Call, seconds: float) -> str:
    """The name, with the time and the figures of a step."""
    return f"{call.name} ({', '.join([spent(seconds), *call.figures])})"


def described_end(call: Call) -> str:
    """The name, with what is to be said of how it ended."""
    if call.state == "failed":
        return f"{call.name}: {reason(call)}"
    return timed(call, call.seconds) if call.state == "done" else call.name
