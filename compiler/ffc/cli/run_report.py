"""`ffc report`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .printable import printable
from .storage_place import Refused
from .write import write_if_changed

if TYPE_CHECKING:
    from ..report.run import Run


@click.command("report")
@click.argument("file", metavar="FILE")
@click.option("-o", "--output", metavar="OUT.html", help="The page (default: FILE with .html).")
def report_command(file: str, output: str | None) -> None:
    """Make an HTML page of the events in FILE, which a driver wrote with --events.

    The page is one file and opens without a network.
    """
    from ..report import Unreadable, page, read_run

    path = Path(file)
    try:
        run = read_run(path)
    except Unreadable as error:
        raise Refused(f"{printable(file)} {error}") from error
    except (OSError, ValueError) as error:  # a name with a NUL in it
        raise Refused(f"cannot read {printable(file)}: {_words(error)}") from error
    target = path.with_suffix(".html") if output is None else Path(output)
    if target.is_dir():
        target = target / f"{path.stem}.html"
    if target.exists() and target.samefile(path):
        raise Refused(f"the page would replace {printable(file)}; name another file with -o")
    if run.damaged:
        click.echo(f"ffc: {printable(file)}: {_damage(run)}", err=True)
    try:
        change = write_if_changed(target, page(run, path.parent))
    except OSError as error:
        raise Refused(f"cannot write {printable(str(target))}: {_words(error)}") from error
    click.echo(f"{printable(file)}: {_summary(run)} -> {printable(str(target))} ({change})")


def _summary(run: Run) -> str:
    from ..report.run import STATES
    from ..report.words import counted

    numbers = ((sum(node.state == state for node in run.nodes), state) for state in STATES)
    states = "".join(f", {number:,} {state}" for number, state in numbers if number)
    return counted(len(run.nodes), "node") + states


def _damage(run: Run) -> str:
    if len(run.damaged) == 1:
        return f"line {run.damaged[0]} is no event, and left out"
    lines = ", ".join(map(str, run.damaged[:5])) + (", …" if run.damaged[5:] else "")
    return f"{len(run.damaged)} lines are no events, and left out: {lines}"


def _words(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error)
