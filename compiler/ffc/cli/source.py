"""Sources and outputs, as the command line names them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ..project.job import Job as Job
from ..project.planning import BadCall, planned
from ..project.project import BadProject
from .refused import Refused

if TYPE_CHECKING:
    from ..diagnostics import Sink
    from ..seen import Seen
    from ..source import SourceFile

_Command = TypeVar("_Command", bound=Callable[..., Any])


def jobs(
    sources: tuple[str, ...],
    output: str | None = None,
    to_stdout: bool = False,
    no_inline: tuple[str, ...] = (),
    template_dir: str | None = None,
) -> tuple[Job, ...]:
    """The apps to compile: `sources`, or those of the project around the current folder.

    Raises `click.UsageError` where the call makes no sense, `Refused` where the project does not.
    """
    try:
        return planned(sources, output, to_stdout, no_inline, template_dir)
    except BadCall as error:
        raise click.UsageError(str(error)) from error
    except BadProject as error:
        raise Refused(str(error)) from error


def no_inline_option(command: _Command) -> _Command:
    """The option `--no-inline` of the verbs that compile."""
    return click.option(
        "--no-inline",
        multiple=True,
        metavar="PACKAGE",
        help="Keep PACKAGE as an import: it is installed where the driver runs. Repeatable.",
    )(command)


def template_dir_option(command: _Command) -> _Command:
    """The option `--template-dir` of the verbs that compile."""
    return click.option(
        "--template-dir",
        metavar="FOLDER",
        help="A folder with a driver.py.jinja that overrides blocks of ffc's own.",
    )(command)


def load(job: Job, sink: Sink, seen: Seen | None = None) -> SourceFile | None:
    """Reads the app; what cannot be read is reported. `seen` notes what was."""
    from ..frontend import read

    data = sys.stdin.buffer.read() if job.path is None else b""
    return read(job.name, job.path, data, sink, seen)
