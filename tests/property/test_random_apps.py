"""Random apps: what the app prints when it is run here, its driver prints on Ray.

The apps follow from the sources of ffc, so that each change has fresh ones, and one version has the
same wherever it is tested: what fails once fails again. `make fuzz N=1000` tries any number of
them. An app that fails becomes a case in `tests/cases`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent

import black
import pytest

import ffc

from .generator.app import App, generate
from .judging.judge import Judge, Kind, Mode, Verdict


def of_these_sources() -> int:
    """A seed that is another one when any source of ffc, or of the random apps, is."""
    folders = (Path(ffc.__file__).parent, Path(__file__).parent)
    sources = sorted(path for folder in folders for path in folder.rglob("*.py"))
    return zlib.crc32(b"".join(path.read_bytes() for path in sources)) % 10**6


COUNT = int(os.environ.get("FFC_EXAMPLES", "20"))
FIRST = int(os.environ.get("FFC_SEED") or of_these_sources())
SEEDS = range(FIRST, FIRST + COUNT)


@pytest.fixture(scope="module")
def judge(cluster: str) -> Iterator[Judge]:
    judge = Judge(Mode.RAY, cluster)
    yield judge
    judge.close()


def explained(app: App, verdict: Verdict) -> str:
    again = f"again: make fuzz N=1 SEED={app.seed}"
    said = f"{verdict.kind.value}: {verdict.title}\n{verdict.details}"
    return f"{again}\n{said}\n\n{app.source}\n\n{verdict.driver}"


def compiled(app: App) -> str:
    """The driver of an app; skips what ffc may still refuse."""
    verdict = Judge(Mode.COMPILE).verdict(app.source, app.printed)
    assert not verdict.is_failure, explained(app, verdict)
    if verdict.kind is Kind.REFUSED:
        pytest.skip(verdict.title)
    return verdict.driver


@pytest.mark.parametrize("seed", SEEDS)
def test_driver_prints_what_the_app_prints(seed: int, judge: Judge) -> None:
    app = generate(seed)
    verdict = judge.verdict(app.source, app.printed)
    assert not verdict.is_failure, explained(app, verdict)


@pytest.mark.parametrize("seed", SEEDS)
def test_driver_is_clean(seed: int) -> None:
    """It is as black writes it, and ruff finds nothing that it does not find in the app."""
    app = generate(seed)
    driver = compiled(app)
    assert black.format_str(driver, mode=black.Mode()) == driver
    # Most of the driver's statements are in a function, where ruff finds more.
    in_a_function = f"def app():\n{indent(app.source, '    ')}"
    added = set(found(driver)) - set(found(app.source)) - set(found(in_a_function))
    assert not added, f"seed {seed}\n{found(driver)}\n{driver}"


def found(source: str) -> dict[str, str]:
    """What ruff finds in some source: for each rule, one line that breaks it."""
    rules = ["--isolated", "--no-cache", "--select", "F,E,W,I,B,UP", "--target-version", "py310"]
    lint = [sys.executable, "-m", "ruff", "check", "--output-format", "json", *rules, "-"]
    done = subprocess.run(lint, input=source, capture_output=True, text=True, encoding="utf-8")
    return {
        one["code"]: source.splitlines()[one["location"]["row"] - 1]
        for one in json.loads(done.stdout)
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_form_of_the_app_does_not_matter(seed: int) -> None:
    """An app as black writes it has the same driver."""
    app = generate(seed)
    formatted = App(seed, black.format_str(app.source, mode=black.Mode()), app.printed, app.used)
    assert compiled(formatted) == compiled(app), f"seed {seed}"


@pytest.mark.parametrize("seed", SEEDS)
def test_app_runs_as_a_script(seed: int, tmp_path: Path) -> None:
    """`ffc run --local`, in a process of its own, prints what is expected of the driver."""
    app = generate(seed)
    path = tmp_path / "app.py"
    path.write_text(app.source, encoding="utf-8")
    command = [sys.executable, "-X", "utf8", "-m", "ffc", "run", "--local", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60)
    assert (done.returncode, done.stdout) == (0, app.printed), f"seed {seed}\n{done.stderr}"
