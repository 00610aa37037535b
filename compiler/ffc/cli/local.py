"""`ffc run --local`: the app itself, in this process, without Ray."""

from __future__ import annotations

import os
import runpy
import sys
from pathlib import Path

import click

from ..authoring.lend import lend
from ..diagnostics import Sink
from ..frontend import Modules, modules_of, read
from ..frontend.modules import BUILT_IN
from ..source import SourceFile


def run_local(source: str, arguments: tuple[str, ...]) -> None:
    """Runs the app as `python app.py` does; functionfuse's and graphbook's names are lent.

    They are only if the framework is missing. An app that imports from the package around it is run
    as `python -m package.app` does. Errors of the app are the app's, with its own traceback.
    """
    if source == "-":
        raise click.UsageError("--local needs a file")
    path = Path(source)
    if not path.is_file():
        raise click.UsageError(f"cannot read {source}")
    text = read(source, path, b"", Sink())
    modules = modules_of(text or SourceFile(source, path, ""))
    sys.argv = [source, *arguments]
    sys.path.insert(0, str(modules.folder))
    _forget_hidden(modules.folder)
    with lend():
        try:
            _run(path, modules)
        except Exception as error:
            _show(error, path)
            sys.exit(1)


def _run(path: Path, modules: Modules) -> None:
    if modules.package and path.suffix == ".py":
        runpy.run_module(f"{modules.package}.{path.stem}", run_name="__main__", alter_sys=True)
    else:
        runpy.run_path(str(path), run_name="__main__")


def _forget_hidden(folder: Path) -> None:
    """Forgets what ffc itself has imported of the library, where the app has such a module."""
    own = {name.removesuffix(".py") for name in os.listdir(folder)} - BUILT_IN
    for name in list(sys.modules):
        top = name.partition(".")[0]
        if top in own and top in sys.stdlib_module_names:
            del sys.modules[name]


def _show(error: Exception, app: Path) -> None:
    """As Python does, from the app's first line on."""
    frame = error.__traceback__
    while frame is not None and not _is_in(frame.tb_frame.f_code.co_filename, app):
        frame = frame.tb_next
    sys.excepthook(type(error), error.with_traceback(frame), frame)


def _is_in(name: str, app: Path) -> bool:
    return os.path.realpath(name) == os.path.realpath(app)
