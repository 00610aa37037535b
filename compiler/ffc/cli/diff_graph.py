"""`ffc diff --graph`: two versions of apps, compiled and compared."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..compile import Compiled, compile_source
from ..diagnostics import Sink
from ..emit import Target, Templates
from ..files import FILE
from ..frontend import modules_of, read
from ..review.changes import Review
from ..review.compare import Side, compare
from .compiled import shown
from .output import in_color, painted, put, say
from .printable import printable
from .report import report
from .revision import NoRevision, Revision, revision
from .source import Job

if TYPE_CHECKING:
    from collections.abc import Sequence

_NOW = "working tree"


def diff_graph(made: Sequence[Job], name: str, form: str, diagnostics: str) -> int:
    """Prints what changed in the apps since the revision `name`; the exit code."""
    reviews, code, sink = [], 0, Sink()
    for job in made:
        try:
            review = _review(job, name, sink)
        except NoRevision as error:
            report(sink, diagnostics)
            click.echo(f"ffc: {printable(str(error))}", err=True)
            return 2
        if review is None:
            code = 2
        else:
            reviews.append(review)
    report(sink, diagnostics)
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


def _review(job: Job, name: str, sink: Sink) -> Review | None:
    """What changed in one app; None if one of its versions has errors, which `sink` gets."""
    if job.path is None:
        raise click.UsageError("--graph compares files: standard input has no earlier version")
    path = Path(os.path.realpath(job.path))
    then = revision(name, _folder(path))
    had, has = then.kind(path) == FILE, job.path.is_file()
    if not had and not has:
        raise NoRevision(f"{job.name}: there is no such file, now or in {name}")
    new = shown(job, sink) if has else None
    old = _then(job, path, then, sink) if had else None
    if (has and new is None) or (had and old is None):
        return None
    before = None if old is None else Side(old)
    after = None if new is None else Side(new.compiled)
    return compare(job.name, (name, _NOW), before, after)


def _folder(path: Path) -> Path:
    """The nearest folder that is there, for git to start from."""
    folder = path.parent
    while not folder.is_dir():
        folder = folder.parent
    return folder


def _then(job: Job, path: Path, then: Revision, sink: Sink) -> Compiled | None:
    """The app as it was, with the templates that there are now."""
    own = Sink()
    source = read(f"{then.name}:{job.name}", path, b"", own, then)
    result = None
    if source is not None:
        modules = modules_of(source, job.no_inline, then)
        templates = Templates(job.template_dir) if job.template_dir is not None else None
        result = compile_source(source, Target(), own, modules, templates)
    if result is None:
        for diagnostic in own.diagnostics:
            sink.report(diagnostic)
        click.echo(f"ffc: {job.name} does not compile as it was in {then.name}", err=True)
    return result
