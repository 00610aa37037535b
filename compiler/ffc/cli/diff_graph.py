"""`ffc diff --graph`: two versions of apps, compiled and compared."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..compile import Compiled, compile_source
from ..diagnostics import Sink
from ..emit import Target
from ..files import FILE
from ..frontend import modules_of, read
from ..review.changes import Review
from ..review.compare import Side, compare
from .compiling import compiled
from .output import in_color, painted, put, say
from .printable import printable
from .report import report
from .revision import NoRevision, Revision, revision
from .source import Job

if TYPE_CHECKING:
    from collections.abc import Sequence

_NOW = "working tree"


def diff_graph(made: Sequence[Job], name: str, form: str) -> int:
    """Prints what changed in the apps since the revision `name`; the exit code."""
    reviews, code = [], 0
    for job in made:
        try:
            review = _review(job, name)
        except NoRevision as error:
            click.echo(f"ffc: {printable(str(error))}", err=True)
            return 2
        if review is None:
            code = 2
        else:
            reviews.append(review)
    _show(reviews, form)
    return code or int(any(not review.is_empty for review in reviews))


def _show(reviews: Sequence[Review], form: str) -> None:
    if form == "json":
        from ..review.as_json import as_json

        put(as_json(reviews))
    elif form == "markdown":
        from ..review.markdown import as_markdown

        put(as_markdown(reviews))
    elif reviews:
        from ..graphs.text import unpainted
        from ..review.text import as_text

        say(as_text(reviews, painted if in_color() else unpainted))


def _review(job: Job, name: str) -> Review | None:
    """What changed in one app; None if one of its versions has errors, which are printed."""
    if job.path is None:
        raise click.UsageError("--graph compares files: standard input has no earlier version")
    path = Path(os.path.realpath(job.path))
    then = revision(name, _folder(path))
    had, has = then.kind(path) == FILE, job.path.is_file()
    if not had and not has:
        raise NoRevision(f"{job.name}: there is no such file, now or in {name}")
    new = _now(job) if has else None
    old = _then(job, path, then) if had else None
    if (has and new is None) or (had and old is None):
        return None
    sides = [None if one is None else Side(one) for one in (old, new)]
    return compare(job.name, (name, _NOW), sides[0], sides[1])


def _folder(path: Path) -> Path:
    """The nearest folder that is there, for git to start from."""
    folder = path.parent
    while not folder.is_dir():
        folder = folder.parent
    return folder


def _now(job: Job) -> Compiled | None:
    sink = Sink()
    made = compiled(job, sink)
    if made is None:
        report(sink, "text")
        return None
    return made.compiled


def _then(job: Job, path: Path, then: Revision) -> Compiled | None:
    sink = Sink()
    source = read(f"{then.name}:{job.name}", path, b"", sink, then)
    result = None
    if source is not None:
        modules = modules_of(source, job.no_inline, then)
        result = compile_source(source, Target(), sink, modules)
    if result is None:
        report(sink, "text")
        click.echo(f"ffc: {job.name} does not compile as it was in {then.name}", err=True)
    return result
