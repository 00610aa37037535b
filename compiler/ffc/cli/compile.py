"""`ffc compile`."""

from __future__ import annotations

import sys

import click

from ..diagnostics import Sink
from ..project.records import Record, recalled
from ..seen import digest
from .compiling import compiled
from .report import format_option, report
from .source import Job, jobs, no_inline_option
from .summary import summary
from .write import write_if_changed


@click.command("compile")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("-o", "--output", metavar="OUT", help="The driver's file, or a folder for drivers.")
@click.option("--stdout", "to_stdout", is_flag=True, help="Print the driver, write no file.")
@no_inline_option
@format_option
def compile_command(
    sources: tuple[str, ...],
    output: str | None,
    to_stdout: bool,
    no_inline: tuple[str, ...],
    form: str,
) -> None:
    """Compile each SOURCE (- for standard input) into a driver.

    The driver of app.py is app_driver.py beside it. Without a SOURCE, those that pyproject.toml
    lists are compiled.
    """
    sink = Sink()
    done = [_compile(job, sink) for job in jobs(sources, output, to_stdout, no_inline)]
    report(sink, form)
    if not all(done):
        sys.exit(2)


def _compile(job: Job, sink: Sink) -> bool:
    """Compiles one app; whether its driver is what it should be."""
    cached = job.project is not None and job.path is not None and job.output is not None
    record = recalled(job) if cached else None
    if record is not None and _has(job, record):
        click.echo(summary(job, record.what, "unchanged"))
        return True
    made = compiled(job, sink, cached)
    if made is None:
        return False
    if job.output is None:
        click.echo(made.compiled.driver, nl=False)
        click.echo(summary(job, made.record.what, "written"), err=True)
        return True
    try:
        if job.project is not None and job.output == job.usual:
            job.output.parent.mkdir(parents=True, exist_ok=True)
        change = write_if_changed(job.output, made.compiled.driver)
    except OSError as error:
        click.echo(f"ffc: cannot write {job.output}: {error.strerror}", err=True)
        return False
    click.echo(summary(job, made.record.what, change))
    return True


def _has(job: Job, record: Record) -> bool:
    """Whether the driver is there already."""
    try:
        return job.output is not None and digest(job.output.read_bytes()) == record.driver
    except OSError:
        return False
