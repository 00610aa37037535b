"""`ffc run`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import click

from ..diagnostics import Sink
from .local import run_local
from .report import format_option, report
from .source import Job, load


@click.command(
    "run", context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False}
)
@click.option("--local", is_flag=True, help="Run the app itself in this process, without Ray.")
@format_option
@click.argument("source")
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED, metavar="[ARGS]...")
def run_command(local: bool, form: str, source: str, arguments: tuple[str, ...]) -> None:
    """Compile SOURCE and run its driver with ARGS, in one go."""
    if local:
        run_local(source, arguments)
    else:
        sys.exit(_run_driver(source, arguments, form))


def _run_driver(source: str, arguments: tuple[str, ...], form: str) -> int:
    from ..compile import compile_source

    sink = Sink()
    job = Job("<stdin>" if source == "-" else source, None if source == "-" else Path(source), None)
    loaded = load(job, sink)
    compiled = None if loaded is None else compile_source(loaded, job.target, sink)
    report(sink, form)
    if compiled is None:
        return 2
    folder = job.path.parent.resolve() if job.path is not None else Path.cwd()
    stem = job.path.stem if job.path is not None else "stdin"
    with tempfile.TemporaryDirectory(prefix="ffc-") as temporary:
        driver = Path(temporary) / f"{stem}_driver.py"
        driver.write_text(compiled.driver, encoding="utf-8")
        return _python(driver, arguments, folder)


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
