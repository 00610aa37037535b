"""Watches the calls of a run, from the driver's process alone."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from threading import Event, RLock, Thread, current_thread, main_thread
from typing import Any

import ray
from ray.exceptions import RayError
from ray.experimental import get_object_locations

from .call import Call
from .events import Events
from .failures import failure, own_text
from .joining import joining
from .lines import Lines
from .room import fits, needed, unserved
from .screen import Screen
from .summary import summary
from .watched import Watched, described

PATIENCE = 5  # seconds that a call may wait for a place before that is looked into


class Monitor:
    """Knows the calls that `main` makes, and how far they are.

    Ray tells the driver which results are there, but not which calls run: as many of
    those that could as there is room for are taken to. No result comes here for that.
    """

    def __init__(self, options: Any, tasks: Any) -> None:
        self.options, self.tasks = options, tasks
        self.calls: list[Call] = []
        self.numbers = iter(range(1, sys.maxsize))
        self.pending: dict[Any, Call] = {}
        self.by_task: dict[str, Call] = {}
        self.news: list[Call] = []  # what changed since the last look
        self.cluster: dict[str, float] = {}
        self.warned: set[str] = set()
        self.begun = self.looked = time.time()
        self.asked = 0.0
        self.terminated = self.is_heard = False
        self.stopping, self.lock = Event(), RLock()
        self.thread = Thread(target=self.watch, daemon=True)

    def run(self, main: Callable[..., None], *arguments: Any) -> Any:
        """Run `main`, watch its calls, and return the exit code of the process."""
        os.environ.setdefault("RAY_IGNORE_UNHANDLED_ERRORS", "1")  # they are told here
        module, self.code = main.__globals__, main.__code__
        for name, task in [*module.items()]:
            if any(task is one for one in self.tasks):
                module[name] = Watched(task, self.hear, *described(task))
        self.open(module["__doc__"])
        state = "failed"
        said: list[str] = []
        code: Any = 1
        try:
            with joining():
                main(*arguments)
            state, code = "done", 0
        except KeyboardInterrupt:
            state, code = "stopped", 130
        except SystemExit as end:
            code = 143 if self.terminated else end.code
            state = "stopped" if self.terminated else "failed" if code else "done"
            if not self.terminated:
                raise
        except RayError as error:
            while self.options.keep_going and self.pending:
                time.sleep(0.1)
            self.look()
            said = failure(self.calls) or [own_text(error)]
        finally:
            self.close(state, code, said)
        return code

    def open(self, doc: str | None) -> None:
        most = 1000 if self.options.verbose else 3
        is_live = sys.stderr.isatty() and not self.options.quiet
        self.view = Screen(most, self.begun) if is_live else Lines(most, self.begun)
        self.events = Events(self.options.events) if self.options.events else None
        if self.events:
            self.events.begin(doc)

    def hear(self, watched: Watched, ref: Any, given: list[tuple[str, Any]]) -> None:
        """Take in a call that `main` has just made; `ref` is its first result.

        It has none if what it would give is stored.
        """
        actor, name = watched.actor, watched.given.get("name", watched.task)
        call = Call(next(self.numbers), name, watched.task, self.line(), time.time())
        call.options = {k: v for k, v in watched.given.items() if k != "name"}
        call.arguments = [(key, self.call_of(value)) for key, value in given]
        call.needs = [one for _, one in call.arguments if isinstance(one, Call)]
        call.place = needed(actor.maker.given if actor else watched.given)
        call.room = {} if actor else call.place
        if actor:
            call.behind, actor.last = actor.last, [call]
        self.take_in(call, "call" if actor else "task", watched.doc)
        if ref is None:
            call.state = "stored"
            self.news.append(call)
        else:
            self.by_task[ref.task_id().hex()] = call
            self.pending[ref] = call

    def take_in(self, call: Call, kind: str, doc: str | None) -> None:
        """From now on, watch a call."""
        if self.events:
            self.events.node(call, kind, doc)
        self.calls.append(call)
        with self.lock:
            if not self.thread.is_alive():
                self.begun = self.view.begun = time.time()  # without the start of Ray
                self.thread.start()
        if not self.is_heard and current_thread() is main_thread():
            # Ray has set its own when it started, which would not end this.
            signal.signal(signal.SIGTERM, self.terminate)
            self.is_heard = True

    def terminate(self, *_: Any) -> None:
        """End by SIGTERM; what `ray.get` makes of the exception does not tell."""
        self.terminated = True
        sys.exit(143)

    def call_of(self, value: Any) -> Any:
        """For a ref, the call whose result that is; other values as they are."""
        is_ref = isinstance(value, ray.ObjectRef)
        return self.by_task.get(value.task_id().hex(), value) if is_ref else value

    def line(self) -> int:
        """Where in the driver `main` is."""
        frame = sys._getframe(2)
        while frame.f_back and frame.f_code is not self.code:
            frame = frame.f_back
        return frame.f_lineno if frame.f_code is self.code else 0

    def watch(self) -> None:
        """Look at the calls again and again, for at most a twentieth of the time."""
        pause = 0.1
        while not self.stopping.wait(pause):
            began = time.time()
            self.look()
            pause = max(0.1, 20 * (time.time() - began))

    def look(self) -> None:
        """See which calls have ended, and which may run now."""
        with self.lock:
            now, pending = time.time(), {**self.pending}
            ended = ended_of([*pending])
            errors = errors_of(ended)
            for ref in ended:
                del self.pending[ref]
                pending[ref].end(errors.get(ref), now, self.looked)
            self.looked = now
            news, self.news = self.news, []
            changed = [*news, *(pending[ref] for ref in ended), *self.started(now)]
            if self.events:
                self.events.states(changed)
            if self.calls and not self.options.quiet:
                self.view.show(self.calls, changed, now)

    def started(self, now: float) -> list[Call]:
        """The calls for which there is room now."""
        if now - self.asked > PATIENCE:
            self.asked, self.cluster = now, ray.cluster_resources()
            self.warn(now)
        free, found = {**self.cluster}, []
        for call in [*self.pending.values()]:
            if call.state == "waiting" and fits(call.room, free) and call.is_ready:
                call.start(now)
                found.append(call)
            if call.state == "running":
                for name, amount in call.room.items():
                    free[name] = free.get(name, 0) - amount
        return found

    def warn(self, now: float) -> None:
        """Tell of what no node of the cluster can run."""
        checked = {*self.warned}
        for call in self.unplaced(now):
            asked = str(call.place)
            if asked in checked:
                continue
            checked.add(asked)
            if text := unserved(call):
                self.warned.add(asked)
                self.view.say(text)

    def unplaced(self, now: float) -> list[Call]:
        """The calls that have waited long for a place."""
        found = [call for call in [*self.pending.values()] if call.is_ready]
        return [call for call in found if now - call.since > PATIENCE]

    def close(self, state: str, code: Any, said: list[str]) -> None:
        """Tell how it ended."""
        self.stopping.set()
        if self.thread.is_alive():
            self.thread.join()  # it must not ask Ray for anything when that has ended
        if self.calls and state != "stopped":
            self.look()
        self.view.close()
        if self.calls and not self.options.quiet:
            said = [*said, *summary(self.calls, time.time() - self.begun)]
        for text in said:
            self.view.say(text)
        if self.events:
            self.events.end(state, code, self.by_task)


def ended_of(refs: list[Any]) -> list[Any]:
    """The refs of calls that have ended."""
    if not refs:
        return []
    return ray.wait(refs, num_returns=len(refs), timeout=0, fetch_local=False)[0]


def errors_of(refs: list[Any]) -> dict[Any, Exception]:
    """The errors among results; these are small, larger results stay where they are."""
    places = get_object_locations(refs) if refs else {}
    here = [ref for ref in refs if not places[ref]["node_ids"]]
    try:
        ray.get(here)
    except Exception:
        return {ref: error for ref in here if (error := error_of(ref))}
    return {}


def error_of(ref: Any) -> Exception | None:
    try:
        ray.get(ref)
    except RayError as error:
        return error
    except Exception:  # the app's own class does this, when the app reads the result
        return None
    return None
