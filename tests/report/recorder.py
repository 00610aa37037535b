"""Writes events as a driver would, of a run that never was."""

from __future__ import annotations

import heapq
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

BEGIN = 1_790_000_000.0
Event = dict[str, Any]


@dataclass
class Recorder:
    """Nodes on a few workers: each starts when its parents are done and a worker is free."""

    workers: int = 8
    machines: int = 2
    events: list[Event] = field(default_factory=list)
    spans: list[Event] = field(default_factory=list)
    over: dict[int, float] = field(default_factory=dict)
    states: dict[int, str] = field(default_factory=dict)
    made: float = BEGIN + 1.2
    free: list[tuple[float, int]] = field(default_factory=list)

    def run(self, driver: str, doc: str | None = None, **keys: Any) -> None:
        self.free = [(BEGIN + 1.5 + 0.07 * worker, worker) for worker in range(self.workers)]
        versions = {"python": "3.11.7", "ray": "2.60.0"}
        first = {"version": 1, "driver": driver, "doc": doc, "arguments": [], **versions, **keys}
        self.add("run", BEGIN, **first)

    def add(self, event: str, time: float, **keys: Any) -> None:
        self.events.append({"event": event, "time": round(time, 4), **keys})

    def node(self, name: str, call: str, line: int, needs: list[int], **keys: Any) -> int:
        """A node that waits; its id."""
        id = len(self.over) + 1
        self.made += 0.002
        task = call.partition("(")[0]
        told = {"kind": "task", "doc": None, "options": {}, "task": task, **keys}
        self.add("node", self.made, id=id, name=name, call=call, needs=needs, line=line, **told)
        self.over[id], self.states[id] = max([self.made, *map(self.over.get, needs)]), "waiting"
        return id

    def work(self, id: int, seconds: float, state: str = "done") -> tuple[float, float]:
        """The node is at work for a while, on the first free worker; from when to when."""
        free, worker = heapq.heappop(self.free)
        start = max(free, self.over[id]) + 0.004
        end = start + seconds
        heapq.heappush(self.free, (end, worker))
        self.add("state", start + 0.03, id=id, state="running")
        self.add("state", end + 0.03, id=id, state=state)
        self.span(id, start, end, worker)
        self.over[id], self.states[id] = end, state
        return start, end

    def span(self, id: int, start: float, end: float, worker: int) -> None:
        place = {"worker": str(4711 + 13 * worker), "node": f"10.0.0.{1 + worker % self.machines}"}
        times = {"start": round(start, 4), "end": round(end, 4)}
        self.spans.append({"event": "span", "id": id, **times, **place})

    def fail(self, id: int, seconds: float, error: str, traceback: str) -> None:
        _, end = self.work(id, seconds, "failed")
        self.add("failure", end + 0.03, id=id, error=error, traceback=traceback)

    def become(self, id: int, state: str) -> None:
        """The node comes to a state without having been at work."""
        self.add("state", self.over[id] + 0.04, id=id, state=state)
        self.states[id] = state

    def end(self, state: str, code: int) -> None:
        time = max(self.over.values(), default=BEGIN) + 0.4
        self.events.sort(key=lambda event: event["time"])
        self.events += self.spans
        self.events.append({"event": "end", "time": round(time, 4), "state": state, "code": code})

    def write(self, file: Path) -> Path:
        lines = (json.dumps(event, ensure_ascii=False) + "\n" for event in self.events)
        file.write_text("".join(lines), encoding="utf-8")
        return file
