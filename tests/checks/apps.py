"""Small apps of one task, for tables of what is reported and what is not."""

from __future__ import annotations

from ffc.compile import compile_source
from ffc.diagnostics import Sink
from ffc.diagnostics.render import FORMATS
from ffc.emit import Target
from ffc.source import SourceFile


def messages(app: str, code: str) -> list[str]:
    """What is said with this code about an app that compiles."""
    sink = Sink()
    driver = compile_source(SourceFile("app.py", None, app), Target(), sink)
    assert driver is not None, FORMATS["text"](sink.diagnostics)
    return [found.message for found in sink.diagnostics if found.code == code]
