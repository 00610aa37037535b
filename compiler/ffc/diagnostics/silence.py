"""Takes out the warnings that comments of the app silence.

What is wrong with an app as such cannot be silenced: only warnings about its graph, 4xx and 5xx.
"""

from __future__ import annotations

from ..source import Region, SourceFile, Span
from . import graph as errors
from .ignores import Ignore, ignores
from .model import Diagnostic, Severity
from .nearest import nearest
from .sink import Sink


def silence(app: SourceFile, sink: Sink) -> None:
    """Takes what is silenced out of `sink`, and reports the comments of `app` that are wrong.

    Whether a comment silences nothing is known only where all checks could look.
    """
    comments: dict[str, tuple[Ignore, ...]] = {app.name: ignores(app)}
    used: set[Region] = set()

    def is_silenced(diagnostic: Diagnostic) -> bool:
        if not can_be_silenced(type(diagnostic)):
            return False
        source = diagnostic.span.source
        if source.name not in comments:
            comments[source.name] = ignores(source)
        found = _silencing(diagnostic, comments[source.name])
        if source.name == app.name:
            used.update(found)
        return bool(found)

    sink.drop(is_silenced)
    for comment in comments[app.name]:
        _judge(comment, used, app, sink)


def can_be_silenced(diagnostic: type[Diagnostic]) -> bool:
    return diagnostic.code.startswith(("FFC4", "FFC5")) and diagnostic.severity is Severity.WARNING


def _silencing(diagnostic: Diagnostic, comments: tuple[Ignore, ...]) -> list[Region]:
    """The places of the codes that silence it."""
    if not comments:  # where it stands costs much
        return []
    line = diagnostic.span.region.line
    codes = (code for comment in comments if comment.covers(line) for code in comment.codes)
    return [region for code, region in codes if code == diagnostic.code]


def _judge(comment: Ignore, used: set[Region], app: SourceFile, sink: Sink) -> None:
    """Reports what a comment names in vain."""
    if not comment.codes:
        sink.report(errors.WrongIgnore(Span(app, comment.region), "", False, None))
    for code, region in comment.codes:
        if region in used:
            continue
        known = _silenceable()
        if code not in known:
            close = nearest(code, (one for one, can_be in known.items() if can_be))
            sink.report(errors.WrongIgnore(Span(app, region), code, False, close))
        elif not known[code]:
            sink.report(errors.WrongIgnore(Span(app, region), code, True, None))
        elif not sink.has_errors:
            sink.report(errors.UnusedIgnore(Span(app, region), code))


def _silenceable() -> dict[str, bool]:
    """All codes, and whether each can be silenced."""
    from .catalog import catalog  # loads every diagnostic there is

    return {found.code: can_be_silenced(found) for found in catalog()}
