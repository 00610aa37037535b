"""Many apps made and judged in several processes, which may hang or die."""

from __future__ import annotations

import queue
import threading
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Final

from ..generator.app import App, generate
from .judge import Judge, Kind, Mode, Verdict

_SECONDS: Final = 180  # for one app, its driver on Ray included
_APPS_OF_A_PROCESS: Final = 400


@dataclass(frozen=True)
class Judged:
    """An app and what became of it; no app if its process did not live to say."""

    seed: int
    app: App | None
    verdict: Verdict


@dataclass(frozen=True)
class Work:
    """How apps are made and judged."""

    families: Collection[str]
    mode: Mode
    cluster: str = ""


def judged(seeds: Sequence[int], work: Work, processes: int) -> Iterator[Judged]:
    """What becomes of the apps of the seeds, in the order in which they are done."""
    waiting: queue.SimpleQueue[int] = queue.SimpleQueue()
    done: queue.SimpleQueue[Judged] = queue.SimpleQueue()
    for seed in seeds:
        waiting.put(seed)
    for _ in range(processes):
        threading.Thread(target=_supervise, args=(waiting, done, work), daemon=True).start()
    for _ in seeds:
        yield done.get()


def _supervise(
    waiting: queue.SimpleQueue[int], done: queue.SimpleQueue[Judged], work: Work
) -> None:
    """Keeps one process at work."""
    context = get_context("spawn")
    while not waiting.empty():
        here, there = context.Pipe()
        process = context.Process(target=_judge_all, args=(there, work), daemon=False)
        process.start()
        there.close()
        _feed(here, waiting, done)
        process.kill()
        process.join()


def _feed(
    here: Connection, waiting: queue.SimpleQueue[int], done: queue.SimpleQueue[Judged]
) -> None:
    for _ in range(_APPS_OF_A_PROCESS):
        try:
            seed = waiting.get_nowait()
        except queue.Empty:
            break
        try:
            here.send(seed)
            if not here.poll(_SECONDS):
                done.put(Judged(seed, None, Verdict(Kind.FAILED, "the app or its driver hangs")))
                return
            done.put(here.recv())
        except (EOFError, OSError):
            done.put(Judged(seed, None, Verdict(Kind.FAILED, "the app or driver ends the process")))
            return
    here.send(None)
    here.poll(_SECONDS)


def _judge_all(there: Connection, work: Work) -> None:
    """In a process of its own: apps are judged until there are no more."""
    judge = Judge(work.mode, work.cluster)
    while (seed := there.recv()) is not None:
        try:
            app = generate(seed, work.families)
        except Exception as error:
            verdict = Verdict(Kind.FAILED, f"the generator fails: {type(error).__name__}: {error}")
            there.send(Judged(seed, None, verdict))
        else:
            there.send(Judged(seed, app, judge.verdict(app.source, app.printed)))
    judge.close()
    there.close()
