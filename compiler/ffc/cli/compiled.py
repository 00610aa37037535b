"""Apps for verbs that show what is in them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..diagnostics import Sink
from .report import report
from .source import Job, load

if TYPE_CHECKING:
    from ..compile import Compiled


def shown_job(source: str) -> Job:
    """The app called `source` on the command line, - for standard input; nothing is written."""
    return Job(
        "<stdin>" if source == "-" else source, None if source == "-" else Path(source), None
    )


def compiled_or_exit(job: Job, no_inline: tuple[str, ...]) -> Compiled:
    """The app; if it has errors, these are printed, and the exit code is 2.

    Warnings are not: they are for those who compile it.
    """
    from ..compile import compile_source
    from ..frontend import modules_of

    sink = Sink()
    source = load(job, sink)
    compiled = None
    if source is not None:
        compiled = compile_source(source, job.target, sink, modules_of(source, no_inline))
    if compiled is None:
        report(sink, "text")
        sys.exit(2)
    return compiled
