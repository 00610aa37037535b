"""Drivers whose source is gone: nothing compiles them any more, and nobody notices."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from .globs import is_glob, matches
from .header import has_lost_its_source, header_of
from .job import Job
from .project import Project


def extra_drivers(jobs: tuple[Job, ...], whole: Iterable[Project]) -> Iterator[tuple[Path, str]]:
    """Such drivers, and what they were made of, where the sources and drivers of `jobs` lie.

    Of the projects that are looked at as a `whole`, all folders are looked into that `sources` may
    match, or that `output` may come to.
    """
    folders: dict[str, None] = {}
    for job in jobs:
        folders |= {os.path.dirname(os.path.abspath(p)): None for p in (job.output, job.path) if p}
    for project in whole:
        folders |= dict.fromkeys(folders_of(project))
    known = {os.path.realpath(p) for job in jobs for p in (job.output, job.path) if p is not None}
    for folder in folders:
        for path in sorted(matches(folder, "*.py")):
            if os.path.realpath(path) not in known:
                yield from _extra(Path(path))


def _extra(path: Path) -> Iterator[tuple[Path, str]]:
    try:
        header = header_of(path.read_bytes())
    except OSError:
        return
    if header is not None and has_lost_its_source(path, header):
        yield path, header.source


def folders_of(project: Project) -> Iterator[str]:
    """Where its sources and drivers may lie."""
    root = str(project.folder)
    for pattern in project.sources:
        place = os.path.dirname(pattern)
        for folder in matches(root, place) if is_glob(place) else [os.path.join(root, place)]:
            yield os.path.normpath(folder)
            yield str(project.output_of(Path(folder, "app.py")).parent)
    fixed, hole, _ = project.output.partition("{folder}")
    if fixed and hole and not is_glob(fixed):
        yield from map(os.path.normpath, matches(root, f"{os.path.dirname(fixed)}/**"))
