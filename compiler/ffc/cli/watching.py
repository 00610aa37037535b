"""`ffc compile --watch`: compiles again what changes.

What wakes it up is an event in one of the folders that it looks at; what is compiled then is what
is no longer as the last compilation saw it. So it does not matter what the events say, nor whether
there are too many of them.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec

import click

from ..diagnostics import Sink
from ..project.extras import folders_of
from ..project.job import Job
from ..project.records import key_of
from ..seen import Seen, is_still
from .compile import digest_of, write_driver
from .printable import printable
from .refused import Refused
from .report import report


@dataclass(frozen=True)
class Last:
    """What the last compilation of a job saw; the digest of its driver is empty after errors."""

    key: str
    seen: Seen
    driver: str


@dataclass
class Watch:
    """A call of `ffc compile --watch`: `plan` gives its jobs anew."""

    plan: Callable[[], tuple[Job, ...]]
    form: str
    last: dict[Job, Last] = field(default_factory=dict)
    wrong: str = ""

    def run(self) -> None:
        """Goes on until Ctrl-C. Raises `Refused` where that cannot be."""
        if find_spec("watchfiles") is None:
            raise Refused("--watch needs watchfiles: pip install 'ffc-ray[watch]'")
        folders: frozenset[str] = frozenset()
        events: Iterator[bool] = iter(())
        click.echo(f"watching {_counted(len(self.plan()))}; Ctrl-C ends it", err=True)
        while True:
            self.compile()
            now = self.folders()
            if now == folders and any(events):  # waits for one
                continue
            folders, events = now, _events(now)
            next(events)  # it watches; what has changed before that is seen by the next round

    def compile(self) -> None:
        """Compiles what has changed. What is wrong with the project is said once."""
        try:
            jobs = self.plan()
            self.wrong = ""
        except Refused as error:
            if error.message != self.wrong:
                error.show()
            self.wrong = error.message
            return
        by_path = {job.path for job in jobs}
        for job in [one for one in self.last if one not in jobs]:
            del self.last[job]
            if job.path not in by_path:
                click.echo(f"{printable(job.name)}: no source any more; {job.output} stays")
        for job in jobs:
            if not self._is_still(job):
                self._compile(job)

    def _compile(self, job: Job) -> None:
        sink, seen = Sink(), Seen()
        key = key_of(job)
        record = write_driver(job, sink, seen)
        report(sink, self.form)
        self.last[job] = Last(key, seen, record.driver if record else "")

    def _is_still(self, job: Job) -> bool:
        last = self.last.get(job)
        if last is None or last.key != key_of(job):
            return False
        if not is_still(last.seen):
            return False
        return not last.driver or digest_of(job) == last.driver

    def folders(self) -> frozenset[str]:
        """Where something may happen that matters."""
        found: set[str] = set()
        for job, last in self.last.items():
            found |= {os.path.dirname(path) for path in (*last.seen.files, *last.seen.kinds)}
            ends = [os.path.abspath(path) for path in (job.path, job.output) if path]
            found |= set(map(os.path.dirname, ends))
            if job.project is not None:
                found |= {str(job.project.folder), *folders_of(job.project)}
        return frozenset(folder for folder in found or {os.getcwd()} if os.path.isdir(folder))


def _events(folders: frozenset[str]) -> Iterator[bool]:
    """First False, as soon as the folders are watched; then True for each bundle of events."""
    from watchfiles import watch

    try:
        for changes in watch(
            *sorted(folders),
            watch_filter=None,
            rust_timeout=200,
            yield_on_timeout=True,
            recursive=False,
        ):
            yield bool(changes)
    except OSError:  # a folder that is gone by now
        time.sleep(0.1)
        yield False
        yield True


def _counted(number: int) -> str:
    return "1 source" if number == 1 else f"{number} sources"
