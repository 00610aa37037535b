"""Apps for verbs that show what is in them: errors are said, and no warnings.

Warnings are for those who compile an app.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ..diagnostics import Sink
from .compiling import Made, compiled
from .report import report
from .source import Job, jobs

if TYPE_CHECKING:
    from ..compile import Compiled


def shown(job: Job, sink: Sink) -> Made | None:
    """What a job gives; None where it has errors, which `sink` gets."""
    own = Sink()
    made = compiled(job, own)
    for diagnostic in () if made is not None else own.diagnostics:
        sink.report(diagnostic)
    return made


def compiled_or_exit(source: str, no_inline: tuple[str, ...], diagnostics: str) -> Compiled:
    """The app called `source` on the command line, - for standard input; nothing is written.

    If it has errors, these are printed, and the exit code is 2.
    """
    sink = Sink()
    (job,) = jobs((source,), None, True, no_inline)
    made = shown(job, sink)
    report(sink, diagnostics)
    if made is None:
        sys.exit(2)
    return made.compiled
