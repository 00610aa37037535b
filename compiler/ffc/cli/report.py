"""Diagnostics on stderr, in the form that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from ..diagnostics import Sink
from ..diagnostics.render import FORMATS

_Command = TypeVar("_Command", bound=Callable[..., Any])


def format_option(command: _Command) -> _Command:
    """The option `--format` of every verb that has diagnostics."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(sorted(FORMATS)),
        default="text",
        show_default=True,
        help="How to print diagnostics.",
    )(command)


def diagnostics_option(command: _Command) -> _Command:
    """The same for a verb whose `--format` is that of what it shows: `--diagnostics`."""
    return click.option(
        "--diagnostics",
        type=click.Choice(sorted(FORMATS)),
        default="text",
        show_default=True,
        help="How to print errors.",
    )(command)


def report(sink: Sink, form: str) -> None:
    """Prints what was gathered, if anything was."""
    if sink.diagnostics or form == "json":
        click.echo(FORMATS[form](sink.diagnostics).rstrip("\n"), err=True)
