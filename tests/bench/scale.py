"""How the compiler's time and memory grow with the app, against what black alone takes."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from .large import LARGE, Large

REPEATS: Final = 5
_MEGABYTE: Final = 1 << 20 if sys.platform == "darwin" else 1 << 10  # in units of `ru_maxrss`


@dataclass(frozen=True)
class Cost:
    """What one process took: seconds of the processor, and the most memory that it had, in MB."""

    seconds: float
    memory: float
    failed: bool


def scale() -> None:
    """Compiles large apps and apps twice as large, in turn with black on their drivers."""
    print(f"ffc compile, whole process, {REPEATS} times in turn with black on the driver it made:")
    for large in LARGE:
        with tempfile.TemporaryDirectory() as folder:
            _report(large, Path(folder))


def _report(large: Large, folder: Path) -> None:
    apps = [folder / f"app_{size}.py" for size in large.sizes]
    for size, app in zip(large.sizes, apps, strict=True):
        app.write_text(large.write(size), encoding="utf-8")
        if _compile(app).failed:  # and the first run compiles ffc's own modules
            print(f"  {size} {large.name}: refused")
            return
    rounds = [[(_compile(app), _format(app)) for app in apps] for _ in range(REPEATS)]
    for size, costs in zip(large.sizes, zip(*rounds, strict=True), strict=True):
        seconds = median(ours.seconds for ours, _ in costs)
        ratio = median(ours.seconds / black.seconds for ours, black in costs)
        memory = max(ours.memory for ours, _ in costs)
        print(f"  {size} {large.name}: {seconds:.2f} s, {memory:.0f} MB (at most 500), ", end="")
        print(f"against black ratio {ratio:.2f} (at most 2)")
    doubled = median(double.seconds / single.seconds for (single, _), (double, _) in rounds)
    print(f"  twice as many {large.name}: ratio {doubled:.2f} (at most 2.2)")


def _compile(app: Path) -> Cost:
    return _cost(["ffc", "compile", str(app)], app)


def _format(app: Path) -> Cost:
    """From standard input, as black remembers files."""
    return _cost(["black", "-q", "-"], app.with_name(f"{app.stem}_driver.py"))


def _cost(module: list[str], read: Path) -> Cost:
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(read.parent / "cache")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with read.open("rb") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", *module],
            cwd=read.parent,  # where no configuration of black's is
            env=environment,
            stdin=file,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = usage.ru_utime + usage.ru_stime
    return Cost(seconds, usage.ru_maxrss / _MEGABYTE, failed=process.returncode != 0)
