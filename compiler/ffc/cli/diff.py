"""`ffc diff`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from ..diagnostics import Sink
from .compiled import shown
from .completion import python_files
from .output import in_color, painted, say
from .report import diagnostics_option, report
from .source import Job, jobs, no_inline_option, template_dir_option

_FORMATS = ("text", "markdown", "json")


@click.command("diff")
@click.argument("sources", nargs=-1, metavar="[REV] [SOURCE]...", shell_complete=python_files)
@click.option("-o", "--output", metavar="OUT", help="The driver's file, or a folder for drivers.")
@click.option("--graph", "by_graph", is_flag=True, help="Compare what the versions run.")
@click.option("--rev", "name", metavar="REV", help="With --graph: the revision to compare with.")
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default="text",
    show_default=True,
    help="With --graph: how to show it.",
)
@no_inline_option
@template_dir_option
@diagnostics_option
def diff_command(
    sources: tuple[str, ...],
    output: str | None,
    by_graph: bool,
    name: str | None,
    form: str,
    no_inline: tuple[str, ...],
    template_dir: str | None,
    diagnostics: str,
) -> None:
    """Show what compiling each SOURCE would change in its driver.

    With --graph, show what changed between a git revision, REV or HEAD, and the files as they are:
    nodes, what goes where, options, code, and which stored results go stale. The exit code is 1 if
    there is a difference.
    """
    if not by_graph:
        if form != "text" or name is not None:
            raise click.UsageError("--format and --rev are for --graph")
        made = jobs(sources, output, False, no_inline, template_dir)
        sink = Sink()
        codes = [_driver(job, sink) for job in made]
        report(sink, diagnostics)
        sys.exit(max(codes))
    from .diff_graph import diff_graph

    rev, sources = split(sources, name)
    made = jobs(sources, output, False, no_inline, template_dir)
    sys.exit(diff_graph(made, rev, form, diagnostics))


def split(arguments: tuple[str, ...], name: str | None) -> tuple[str, tuple[str, ...]]:
    """The revision and the sources among the arguments of `--graph`.

    The first argument is the revision if it does not look like a source: there is no such file, and
    it does not end with .py.
    """
    first = arguments[0] if arguments else ""
    if name is not None:
        return name, arguments
    if not first or first == "-" or first.endswith(".py") or os.path.lexists(first):
        return "HEAD", arguments
    return first, arguments[1:]


def _driver(job: Job, sink: Sink) -> int:
    """Prints the difference of one driver; the exit code for it. `sink` gets the app's errors."""
    from .unified import unified

    made = shown(job, sink)
    if made is None:
        return 2
    if job.output is None:
        raise click.UsageError("what comes on standard input has no driver: give it one with -o")
    try:
        there = _text(job.output)
    except OSError as error:
        click.echo(f"ffc: cannot read {job.output}: {error.strerror}", err=True)
        return 2
    lines = unified(job.output.as_posix(), there, made.compiled.driver)
    color = in_color()
    say("".join(painted(line, what) if color and what else line for line, what in lines))
    return 1 if lines else 0


def _text(path: Path) -> str | None:
    """What the driver on disk holds, None if there is none."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    return data.decode("utf-8", "backslashreplace")
