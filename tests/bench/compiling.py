"""How long `ffc compile` takes, as a whole process."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Final

from .apps import Pair

SUMS: Final = Path(__file__).parent.parent.parent / "examples" / "sums" / "sums.py"
REPEATS: Final = 15


def against_imports() -> None:
    """The seed's app, against the imports that no compiler of this kind goes without."""
    with tempfile.TemporaryDirectory() as folder:
        ffc = ["-m", "ffc", "compile", str(SUMS), "-o", f"{folder}/sums_driver.py"]
        imports = ["-c", "import libcst, black, jinja2, click"]
        _seconds(ffc, folder), _seconds(imports, folder)  # compiled modules, file caches
        times = [(_seconds(ffc, folder), _seconds(imports, folder)) for _ in range(REPEATS)]
    compiling, importing = (median(column) for column in zip(*times, strict=True))
    ratio = median(one / other for one, other in times)
    print(
        f"ffc compile {SUMS.name}, whole process, {REPEATS} times in turn with the imports alone:"
    )
    print(f"  {compiling:.2f} s against {importing:.2f} s: ratio {ratio:.2f} (at most 1.4)")


def many_nodes(pair: Pair) -> str:
    """The driver of an app; prints how long the compiler took."""
    with tempfile.TemporaryDirectory() as folder:
        app = Path(folder) / "app.py"
        app.write_text(pair.app, encoding="utf-8")
        seconds = _seconds(["-m", "ffc", "compile", str(app)], folder)
        print(f"ffc compile, {pair.name}, one line each, whole process: {seconds:.2f} s")
        return app.with_name("app_driver.py").read_text(encoding="utf-8")


def _seconds(arguments: list[str], folder: str) -> float:
    """The duration of a Python process that finds all modules compiled, as installed ones are."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": f"{folder}/cache"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL, check=True
    )
    return time.perf_counter() - start
