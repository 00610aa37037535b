"""The committed driver of each example is what `ffc compile` gives now, and does what it says."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from ffc.compile import compile_source
from ffc.diagnostics import Sink
from ffc.emit import Target
from ffc.frontend import read

ROOT = Path(__file__).parents[2]
DRIVERS = sorted((ROOT / "examples").glob("*/*_driver.py"))

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def app_of(driver: Path) -> Path:
    return driver.with_name(driver.name.replace("_driver.py", ".py"))


def test_every_folder_has_a_driver() -> None:
    folders = {path.parent for path in (ROOT / "examples").glob("*/*.py")}
    assert folders == {driver.parent for driver in DRIVERS}


@pytest.mark.parametrize("driver", DRIVERS, ids=lambda driver: driver.stem)
def test_the_driver_is_up_to_date(driver: Path) -> None:
    app = app_of(driver)
    sink = Sink()
    source = read(app.name, app, b"", sink)
    assert source is not None
    compiled = compile_source(source, Target(app.name, f"ffc compile {app.name}"), sink)
    assert [found.message for found in sink.diagnostics] == []
    assert compiled is not None
    assert compiled.driver.encode() == driver.read_bytes(), f"run ffc compile {app}"


@pytest.mark.parametrize("driver", DRIVERS, ids=lambda driver: driver.stem)
def test_the_driver_prints_what_the_app_prints(
    driver: Path, run_driver: Run, run_local: Run
) -> None:
    here = run_local(app_of(driver))
    assert here.returncode == 0, here.stderr
    there = run_driver(driver)
    assert there.returncode == 0, there.stderr
    assert there.stdout == here.stdout
    assert there.stdout
