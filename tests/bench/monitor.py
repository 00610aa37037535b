"""What it costs to watch 2,000 small tasks: behind the start of Ray, in turn."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Final

from ffc.compile import compile_source
from ffc.diagnostics import Sink
from ffc.emit import Target
from ffc.source import SourceFile

NODES: Final = 2000
ROUNDS: Final = 7
APP: Final = f"""
from ffc import RayWorkflow, task


@task
def step(x):
    return x + 1


@task
def total(*values):
    return sum(values)


steps = [step(n).set_name(f"step {{n}}") for n in range({NODES - 1})]
print(RayWorkflow(total(*steps).set_name("total"), workflow_name="bench").run())
"""
# Runs a driver, watched or by its `main()` alone; the last line is the time behind `ray.init`.
_TIMED: Final = """
import contextlib, runpy, sys, time
import ray

start = ray.init

def init(*args, **kwargs):
    global began
    start(*args, **kwargs)
    warm = ray.remote(lambda: None)
    ray.get([warm.remote() for _ in range(50)])  # the workers are there
    began = time.perf_counter()

ray.init = init
driver, how = sys.argv[1:]
sys.argv = [driver, "--address", "local"]
with contextlib.suppress(SystemExit):
    names = runpy.run_path(driver, run_name="__main__" if how == "watched" else "driver")
    names["main"]("local")
print(time.perf_counter() - began)
"""


def monitor() -> None:
    """Prints the ratio."""
    sink = Sink()
    compiled = compile_source(SourceFile("app.py", None, APP), Target("app.py", "ffc"), sink)
    assert compiled is not None
    with tempfile.TemporaryDirectory() as folder:
        driver = Path(folder) / "app_driver.py"
        driver.write_text(compiled.driver, encoding="utf-8")
        pairs = [(_seconds(driver, "watched"), _seconds(driver, "alone")) for _ in range(ROUNDS)]
    watched, alone = (median(times) for times in zip(*pairs, strict=True))
    rounds = ", ".join(f"{one / other:.2f}" for one, other in pairs)
    print(f"{NODES} tasks, watched / not watched: {watched / alone:.2f} (rounds: {rounds})")


def _seconds(driver: Path, how: str) -> float:
    command = [sys.executable, "-c", _TIMED, str(driver), how]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    return float(ran.stdout.splitlines()[-1])


if __name__ == "__main__":
    monitor()
