"""Random apps: what the app prints when it is run here, its driver prints on Ray.

`FFC_EXAMPLES=1000` makes a longer run, `FFC_SEED=…` (printed with a failure) the same one again,
and `FFC_SHRINK=1` lets hypothesis look for a smaller app. An app that fails becomes a case in
`tests/cases`.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import black
import pytest
from hypothesis import HealthCheck, Phase, given, note, seed, settings

from ffc.compile import compile_source
from ffc.diagnostics import Sink
from ffc.emit import Target
from ffc.source import SourceFile

from .programs import apps
from .runner import Runner

EXAMPLES = int(os.environ.get("FFC_EXAMPLES", "8"))
SEED = int(os.environ.get("FFC_SEED", random.randrange(2**32)))
PHASES = [Phase.explicit, Phase.reuse, Phase.generate]
if os.environ.get("FFC_SHRINK"):
    PHASES.append(Phase.shrink)

random_apps = settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=PHASES,
    suppress_health_check=list(HealthCheck),
    print_blob=False,
)

# As `ffc run --local`, without the start of the whole command.
_LOCAL = """
import runpy, sys
from ffc.authoring.lend import lend
with lend():
    runpy.run_path(sys.argv[1], run_name="__main__")
"""


@pytest.fixture(scope="module")
def runner(cluster: str) -> Iterator[Runner]:
    runner = Runner(cluster)
    yield runner
    runner.close()


def compiled(app: str) -> str:
    """The driver of an app, which has no errors."""
    sink = Sink()
    result = compile_source(
        SourceFile("app.py", None, app), Target("app.py", "ffc compile app.py"), sink
    )
    assert result is not None, [(d.code, d.message) for d in sink.diagnostics]
    return result.driver


def run_local(app: str, folder: Path) -> str:
    path = folder / "app.py"
    path.write_text(app, encoding="utf-8")
    command = [sys.executable, "-X", "utf8", "-c", _LOCAL, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60)
    assert done.returncode == 0, f"the generator made an app that does not run:\n{done.stderr}"
    return done.stdout


@seed(SEED)
@random_apps
@given(app=apps())
def test_driver_prints_what_the_app_prints(app: str, runner: Runner, tmp_path: Path) -> None:
    note(f"FFC_SEED={SEED}\n{app}")
    expected = run_local(app, tmp_path)
    driver = compiled(app)
    note(driver)
    ran = runner.run(driver)
    assert not ran.error, ran.error
    assert ran.stdout == expected


@seed(SEED)
@random_apps
@given(app=apps())
def test_driver_is_clean(app: str) -> None:
    """It is as black writes it, and ruff finds nothing."""
    driver = compiled(app)
    note(f"FFC_SEED={SEED}\n{app}\n{driver}")
    assert black.format_str(driver, mode=black.Mode()) == driver
    rules = ["--isolated", "--no-cache", "--select", "F,E,W,I,B,UP", "--target-version", "py310"]
    lint = [sys.executable, "-m", "ruff", "check", "--quiet", *rules, "-"]
    found = subprocess.run(lint, input=driver, capture_output=True, text=True, encoding="utf-8")
    assert found.returncode == 0, found.stdout


@seed(SEED)
@random_apps
@given(app=apps())
def test_form_of_the_app_does_not_matter(app: str) -> None:
    """An app as black writes it has the same driver."""
    note(f"FFC_SEED={SEED}\n{app}")
    assert compiled(black.format_str(app, mode=black.Mode())) == compiled(app)
