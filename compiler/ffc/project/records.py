"""`.ffc_cache`: what compilations have seen and made, so that nothing is compiled to no avail.

A record says which compiler made a driver of which files, found where. It counts as long as all of
that is still so; else it is as if there was none. So the folder may go at any time, and what others
have written there, or a crash has left there, is passed by.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from ..seen import Seen, digest, is_still
from .identity import identity
from .job import Job

FOLDER = ".ffc_cache"


class Record(NamedTuple):
    """The digest of the driver that a job gives, `what` is in it, and what was seen for it."""

    driver: str
    what: str
    seen: Seen


def cache_folder(job: Job) -> Path:
    """Beside the pyproject.toml of the app's project, or in the current folder."""
    return (job.project.folder if job.project else Path.cwd()) / FOLDER


def recalled(job: Job) -> Record | None:
    """What the driver of a job is, if that is known without compiling."""
    try:
        data = json.loads(_file(job).read_bytes())
        body = data["body"]
        if data["digest"] != _digest(body) or body["key"] != key_of(job):
            return None
        seen = Seen(body["files"], body["kinds"])
        return Record(body["driver"], body["what"], seen) if is_still(seen) else None
    except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None  # there is none, or it is not ours


def remember(job: Job, record: Record) -> None:
    """Keeps what came of a job. A cache that cannot be written is none, and nothing more."""
    from ..cli.write import write_if_changed

    body = {
        "key": key_of(job),
        "driver": record.driver,
        "what": record.what,
        "files": record.seen.files,
        "kinds": record.seen.kinds,
    }
    with contextlib.suppress(OSError):
        folder = cache_folder(job)
        folder.mkdir(exist_ok=True)
        if not (folder / ".gitignore").exists():
            write_if_changed(folder / ".gitignore", "*\n")
        text = json.dumps({"digest": _digest(body), "body": body}, indent=0)
        write_if_changed(_file(job), text + "\n")


def _file(job: Job) -> Path:
    """One for each app and driver: a new record takes the place of the old one."""
    names = [os.path.abspath(path) for path in (job.path, job.output) if path is not None]
    return cache_folder(job) / f"{digest(os.fsencode(os.pathsep.join(names)))[:32]}.json"


def key_of(job: Job) -> str:
    """All that decides on the driver besides files."""
    assert job.path is not None
    parts = (identity(), os.path.realpath(job.path), job.head, job.no_inline, str(job.template_dir))
    return digest(json.dumps(parts).encode())


def _digest(body: Mapping[str, object]) -> str:
    return digest(json.dumps(body, sort_keys=True).encode())
