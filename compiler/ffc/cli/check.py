"""`ffc check`."""

from __future__ import annotations

import sys

import click

from ..diagnostics import Sink
from ..project.checking import UNREADABLE, findings
from ..project.planning import whole_projects
from ..project.records import recalled
from .compiling import compiled
from .completion import sources_argument
from .drift import FORMS, show
from .source import Job, jobs, no_inline_option, template_dir_option


@click.command("check")
@sources_argument
@click.option("-o", "--output", metavar="OUT", help="The driver's file, or the folder of drivers.")
@no_inline_option
@template_dir_option
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="text",
    show_default=True,
    help="How to print what is found.",
)
def check_command(
    sources: tuple[str, ...],
    output: str | None,
    no_inline: tuple[str, ...],
    template_dir: str | None,
    form: str,
) -> None:
    """Compare the drivers with what each SOURCE gives; write none.

    Without a SOURCE, those that pyproject.toml lists are compared. The exit code is 1 where a
    driver is missing, has changed or is left over.
    """
    if "-" in sources:
        raise click.UsageError("what comes from standard input has no driver to compare with")
    sink = Sink()
    made = jobs(sources, output, False, no_inline, template_dir)
    found = findings(made, lambda job: _expected(job, sink), whole_projects(sources, made))
    show(found, sink, len(made), form)
    if sink.has_errors or any(one.state == UNREADABLE for one in found):
        sys.exit(2)
    if found:
        sys.exit(1)


def _expected(job: Job, sink: Sink) -> str | None:
    """The digest of the driver; None where the app has errors."""
    record = recalled(job)
    if record is None:
        made = compiled(job, sink, cached=True)
        record = None if made is None else made.record
    return None if record is None else record.driver
