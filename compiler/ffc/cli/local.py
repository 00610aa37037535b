"""`ffc run --local`: the app itself, in this process, without Ray."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

import click

from ..authoring.lend import lend


def run_local(source: str, arguments: tuple[str, ...]) -> None:
    """Runs the app as `python app.py` does; where functionfuse is missing, its names are lent.

    Errors of the app are the app's, with its own traceback.
    """
    if source == "-":
        raise click.UsageError("--local needs a file")
    path = Path(source)
    if not path.is_file():
        raise click.UsageError(f"cannot read {source}")
    sys.argv = [source, *arguments]
    sys.path.insert(0, str(path.parent.resolve()))
    with lend():
        try:
            runpy.run_path(source, run_name="__main__")
        except Exception as error:
            _show(error, source)
            sys.exit(1)


def _show(error: Exception, source: str) -> None:
    """As Python does, from the app's first line on."""
    frame = error.__traceback__
    while frame is not None and frame.tb_frame.f_code.co_filename != source:
        frame = frame.tb_next
    sys.excepthook(type(error), error, frame)
