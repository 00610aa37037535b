"""`ffc run`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import click

from ..diagnostics import Sink
from .compiling import compiled
from .completion import python_files
from .report import format_option, report
from .source import Job, jobs, no_inline_option, template_dir_option


@click.command(
    "run", context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False}
)
@click.option("--local", is_flag=True, help="Run the app itself in this process, without Ray.")
@no_inline_option
@template_dir_option
@format_option
@click.argument("source", shell_complete=python_files)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED, metavar="[ARGS]...")
def run_command(
    local: bool,
    no_inline: tuple[str, ...],
    template_dir: str | None,
    form: str,
    source: str,
    arguments: tuple[str, ...],
) -> None:
    """Compile SOURCE and run its driver with ARGS, in one go."""
    if local:
        from .local import run_local

        run_local(source, arguments)
    else:
        (job,) = jobs((source,), None, True, no_inline, template_dir)
        sys.exit(_run_driver(job, arguments, form))


def _run_driver(job: Job, arguments: tuple[str, ...], form: str) -> int:
    sink = Sink()
    made = compiled(job, sink)
    report(sink, form)
    if made is None:
        return 2
    stem = job.path.stem if job.path is not None else "stdin"
    with tempfile.TemporaryDirectory(prefix="ffc-") as temporary:
        driver = Path(temporary) / f"{stem}_driver.py"
        driver.write_text(made.compiled.driver, encoding="utf-8")
        return _python(driver, arguments, made.folder)


def _python(driver: Path, arguments: tuple[str, ...], folder: Path) -> int:
    """Runs the driver as if it lay beside its app."""
    import os

    path = os.pathsep.join([str(folder), *filter(None, [os.environ.get("PYTHONPATH")])])
    command = [sys.executable, str(driver), *arguments]
    with subprocess.Popen(command, env={**os.environ, "PYTHONPATH": path}) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:  # the driver got it too, and ends itself
                continue
