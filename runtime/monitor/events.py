"""The run as events, for `ffc report` and other programs: JSON, an object a line."""

from __future__ import annotations

import json
import logging
import platform
import sys
import time
from typing import Any

import ray

from .call import Call
from .failures import own_text, reason


class Events:
    """Writes events to a file; ffc's `docs/events.md` says what is in them."""

    def __init__(self, path: str) -> None:
        self.file = open(path, "w", encoding="utf-8", buffering=1)

    def write(self, event: str, **facts: Any) -> None:
        text = json.dumps({"event": event, "time": time.time(), **facts}, default=repr)
        self.file.write(f"{text}\n")

    def begin(self, doc: str | None) -> None:
        versions = {"python": platform.python_version(), "ray": ray.__version__}
        given = {"driver": sys.argv[0], "arguments": sys.argv[1:]}
        self.write("run", version=1, doc=doc, **given, **versions)

    def node(self, call: Call, kind: str, doc: str | None) -> None:
        needs = [one.number for one in call.needs]
        facts = {"name": call.name, "task": call.task, "kind": kind, "doc": doc}
        given = {"call": call.written(), "options": call.options, "line": call.line}
        self.write("node", id=call.number, **facts, **given, needs=needs)

    def states(self, changed: list[Call]) -> None:
        for one in changed:
            self.write("state", id=one.number, state=one.state)
            if one.state == "failed":
                facts = {"error": reason(one), "traceback": own_text(one.error)}
                self.write("failure", id=one.number, **facts)

    def end(self, state: str, code: Any, calls: dict[str, Call]) -> None:
        if calls and state != "stopped":
            self.spans(calls)
        self.write("end", state=state, code=code)
        self.file.close()

    def spans(self, calls: dict[str, Call]) -> None:
        """Exact times, from Ray's own events, which are all there after a second."""
        logging.disable(logging.WARNING)
        found = ray.timeline()
        logging.disable(logging.NOTSET)
        for one in found:
            call = calls.get(one["args"].get("task_id"))
            if call is not None:
                start, end = one["ts"] / 1e6, (one["ts"] + one["dur"]) / 1e6
                worker = one["tid"].rpartition(":")[2][:8]
                place = {"worker": worker, "node": one["pid"]}
                self.write("span", id=call.number, start=start, end=end, **place)
