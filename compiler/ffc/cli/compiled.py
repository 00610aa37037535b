"""Apps for verbs that show what is in them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ..diagnostics import Sink
from .compiling import compiled
from .report import report
from .source import jobs

if TYPE_CHECKING:
    from ..compile import Compiled


def compiled_or_exit(source: str, no_inline: tuple[str, ...]) -> Compiled:
    """The app called `source` on the command line, - for standard input; nothing is written.

    If it has errors, these are printed, and the exit code is 2.
    Warnings are not: they are for those who compile it.
    """
    sink = Sink()
    (job,) = jobs((source,), None, True, no_inline)
    made = compiled(job, sink)
    if made is None:
        report(sink, "text")
        sys.exit(2)
    return made.compiled
