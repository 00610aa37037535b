"""Sources and outputs, as the command line names them."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from ..diagnostics import Sink
from ..emit import Target
from ..frontend import read
from ..source import SourceFile
from .printable import printable, word

_Command = TypeVar("_Command", bound=Callable[..., Any])


@dataclass(frozen=True)
class Job:
    """One app to compile. `output` is None for standard output."""

    name: str
    path: Path | None
    output: Path | None

    @property
    def target(self) -> Target:
        """What the driver says of its origin, seen from the folder in which it lies."""
        if self.path is None:
            return Target()
        if self.output is None or self.output == default_output(self.path):
            name = self.path.name
            return Target(printable(name), f"ffc compile {word(name)}")
        source = _relative(self.path, self.output.parent)
        command = f"ffc compile {word(source)} -o {word(self.output.name)}"
        return Target(printable(source), command)


def default_output(source: Path) -> Path:
    """`app_driver.py` beside `app.py`."""
    return source.with_name(f"{source.stem}_driver.py")


def jobs(sources: tuple[str, ...], output: str | None, to_stdout: bool) -> tuple[Job, ...]:
    """The apps to compile; raises `click.UsageError` where the outputs make no sense."""
    if to_stdout and output is not None:
        raise click.UsageError("--stdout and -o exclude each other")
    folder = Path(output) if output is not None and Path(output).is_dir() else None
    if output is not None and folder is None and len(sources) > 1:
        raise click.UsageError(f"-o {output} must be a folder, as there are several sources")
    if output is not None and folder is None and output.endswith("/"):
        raise click.UsageError(f"-o {output} is no folder")
    made = tuple(_job(source, output, folder, to_stdout) for source in sources)
    _check_outputs(made)
    return made


def _check_outputs(made: tuple[Job, ...]) -> None:
    """Raises `click.UsageError` where a driver would take the place of an app or another driver."""
    taken = {os.path.realpath(job.path) for job in made if job.path is not None}
    for job in made:
        if job.output is None:
            continue
        real = os.path.realpath(job.output)
        if real in taken:
            raise click.UsageError(f"{job.output} would be written over")
        taken.add(real)


def _job(source: str, output: str | None, folder: Path | None, to_stdout: bool) -> Job:
    if source == "-":
        named = Path(output) if output is not None and folder is None else None
        return Job("<stdin>", None, named)
    path = Path(source)
    if to_stdout:
        return Job(source, path, None)
    if folder is not None:
        return Job(source, path, folder / default_output(path).name)
    return Job(source, path, Path(output) if output is not None else default_output(path))


def _relative(path: Path, folder: Path) -> str:
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:  # another drive
        return path.name


def no_inline_option(command: _Command) -> _Command:
    """The option `--no-inline` of the verbs that compile."""
    return click.option(
        "--no-inline",
        multiple=True,
        metavar="PACKAGE",
        help="Keep PACKAGE as an import: it is installed where the driver runs. Repeatable.",
    )(command)


def load(job: Job, sink: Sink) -> SourceFile | None:
    """Reads the app; what cannot be read is reported."""
    data = sys.stdin.buffer.read() if job.path is None else b""
    return read(job.name, job.path, data, sink)
