"""`ffc run`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import click

from ..diagnostics import Sink
from .completion import python_files
from .report import format_option, report
from .source import jobs, load, no_inline_option


@click.command(
    "run", context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False}
)
@click.option("--local", is_flag=True, help="Run the app itself in this process, without Ray.")
@no_inline_option
@format_option
@click.argument("source", shell_complete=python_files)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED, metavar="[ARGS]...")
def run_command(
    local: bool, no_inline: tuple[str, ...], form: str, source: str, arguments: tuple[str, ...]
) -> None:
    """Compile SOURCE and run its driver with ARGS, in one go."""
    if local:
        from .local import run_local

        run_local(source, arguments)
    else:
        sys.exit(_run_driver(source, arguments, no_inline, form))


def _run_driver(
    source: str, arguments: tuple[str, ...], no_inline: tuple[str, ...], form: str
) -> int:
    from ..compile import compile_source
    from ..frontend import modules_of

    sink = Sink()
    (job,) = jobs((source,), None, True, no_inline)
    loaded = load(job, sink)
    beside = None if loaded is None else modules_of(loaded, job.no_inline)
    compiled = None if loaded is None else compile_source(loaded, job.target, sink, beside)
    report(sink, form)
    if compiled is None or beside is None:
        return 2
    stem = job.path.stem if job.path is not None else "stdin"
    with tempfile.TemporaryDirectory(prefix="ffc-") as temporary:
        driver = Path(temporary) / f"{stem}_driver.py"
        driver.write_text(compiled.driver, encoding="utf-8")
        return _python(driver, arguments, beside.folder)


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
