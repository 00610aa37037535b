"""Compiles one app, for every verb that does."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..project.job import Job
from ..project.records import Record, remember
from ..seen import Seen, digest
from .source import load

if TYPE_CHECKING:
    from ..compile import Compiled
    from ..diagnostics import Sink


@dataclass(frozen=True)
class Made:
    """A driver, what else is known of it, and the `folder` in which absolute imports begin."""

    compiled: Compiled
    record: Record
    folder: Path


def compiled(job: Job, sink: Sink, cached: bool = False, seen: Seen | None = None) -> Made | None:
    """The driver of a job; None where `sink` got errors. `seen` notes what it depends on.

    If it is `cached`, it is remembered. What there is a warning about is not, so that it is said
    each time.
    """
    from ..compile import compile_source
    from ..diagnostics import Sink
    from ..emit import Templates
    from ..frontend import modules_of
    from ..graphs.contents import what_is_in

    own, seen = Sink(), seen or Seen()
    source = load(job, own, seen)
    made = None
    if source is not None:
        modules = modules_of(source, job.no_inline, seen)
        templates = Templates(job.template_dir, seen) if job.template_dir is not None else None
        result = compile_source(source, job.target, own, modules, templates)
        if result is not None:
            known = digest(result.driver.encode("utf-8")), what_is_in(result.staged), seen
            made = Made(result, Record(*known), modules.folder)
    for diagnostic in own.diagnostics:
        sink.report(diagnostic)
    if made is not None and cached and job.path is not None and not own.diagnostics:
        remember(job, made.record)
    return made
