"""`ffc compile`."""

from __future__ import annotations

import sys

import click

from ..diagnostics import Sink
from ..project.records import Record, recalled
from ..seen import Seen, digest
from .compiling import compiled
from .completion import sources_argument
from .report import format_option, report
from .source import Job, jobs, no_inline_option, template_dir_option
from .summary import summary
from .write import write_if_changed


@click.command("compile")
@sources_argument
@click.option("-o", "--output", metavar="OUT", help="The driver's file, or a folder for drivers.")
@click.option("--stdout", "to_stdout", is_flag=True, help="Print the driver, write no file.")
@no_inline_option
@template_dir_option
@click.option("--watch", is_flag=True, help="Go on, and compile what changes, until Ctrl-C.")
@format_option
def compile_command(
    sources: tuple[str, ...],
    output: str | None,
    to_stdout: bool,
    no_inline: tuple[str, ...],
    template_dir: str | None,
    watch: bool,
    form: str,
) -> None:
    """Compile each SOURCE (- for standard input) into a driver.

    The driver of app.py is app_driver.py beside it. Without a SOURCE, those that pyproject.toml
    lists are compiled.
    """
    if watch:
        if to_stdout or "-" in sources:
            raise click.UsageError("--watch needs files to read and to write")
        from .watching import Watch

        Watch(lambda: jobs(sources, output, False, no_inline, template_dir), form).run()
    sink = Sink()
    planned = jobs(sources, output, to_stdout, no_inline, template_dir)
    done = [write_driver(job, sink, Seen()) is not None for job in planned]
    report(sink, form)
    if not all(done):
        sys.exit(2)


def write_driver(job: Job, sink: Sink, seen: Seen) -> Record | None:
    """Makes the driver of a job what it should be; None where that cannot be."""
    cached = job.project is not None and job.path is not None and job.output is not None
    record = recalled(job) if cached else None
    if record is not None and digest_of(job) == record.driver:
        seen.take(record.seen)
        click.echo(summary(job, record.what, "unchanged"))
        return record
    made = compiled(job, sink, cached, seen)
    if made is None:
        return None
    if job.output is None:
        click.echo(made.compiled.driver, nl=False)
        click.echo(summary(job, made.record.what, "written"), err=True)
        return made.record
    try:
        if job.project is not None and job.output == job.usual:
            job.output.parent.mkdir(parents=True, exist_ok=True)
        change = write_if_changed(job.output, made.compiled.driver)
    except OSError as error:
        click.echo(f"ffc: cannot write {job.output}: {error.strerror}", err=True)
        return None
    click.echo(summary(job, made.record.what, change))
    return made.record


def digest_of(job: Job) -> str:
    """The digest of the driver that is there; empty if none is."""
    try:
        return digest(job.output.read_bytes()) if job.output is not None else ""
    except OSError:
        return ""
