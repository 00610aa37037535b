"""docs/storage.md shows apps, parts of drivers, what they say, and commands: all of it is run."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ffc.compile import compile_source
from ffc.diagnostics import Sink
from ffc.emit import Target
from ffc.source import SourceFile

from ..property.judging.runner import Runner

PAGE = (Path(__file__).parents[2] / "docs" / "storage.md").read_text(encoding="utf-8")
WEEK, MAIN, RECORD, PICTURES, READING = re.findall(
    r"^```python\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE
)
SAID = PAGE.partition("```text\n")[2].partition("```")[0]
COMMANDS = re.findall(r"^\$ ffc (.*)$", PAGE, re.MULTILINE)
RESUMING = re.findall(r"^    python week_driver.py (--resume=\w+)?", PAGE, re.MULTILINE)

Ffc = Callable[..., "subprocess.CompletedProcess[str]"]
Drive = Callable[..., "tuple[str, str]"]


def driver_of(app: str) -> str:
    sink = Sink()
    target = Target("week.py", "ffc compile week.py")
    compiled = compile_source(SourceFile("week.py", None, app), target, sink)
    assert [found.message for found in sink.diagnostics] == []
    assert compiled is not None
    return compiled.driver


@pytest.fixture
def drive(cluster: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Iterator[Drive]:
    """Runs an app's driver whose storage is in the folder of the test: what it prints and says."""
    runner = Runner(cluster)

    def drive(app: str, *arguments: str) -> tuple[str, str]:
        driver = driver_of(app.replace('"path": "storage"', f'"path": "{tmp_path}/storage"'))
        capfd.readouterr()
        ran = runner.run(driver, *filter(None, arguments))
        assert ran.error == ""
        lines = capfd.readouterr().err.splitlines(keepends=True)
        return ran.stdout, "".join(line for line in lines if line.startswith("week: "))

    yield drive
    runner.close()


def test_main_is_what_ffc_makes() -> None:
    assert MAIN in driver_of(WEEK)


def test_what_it_shows_happens(
    drive: Drive, ffc: Ffc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert drive(WEEK) == ("25.0\n", "")
    changed = WEEK.replace("rate=0.5", "rate=0.25")
    assert drive(changed, "--resume=name") == ("25.0\n", "")
    assert drive(changed) == ("12.5\n", SAID)
    for resuming in RESUMING:
        assert drive(changed, resuming) == ("12.5\n", "")

    monkeypatch.chdir(tmp_path)
    exec(RECORD, names := {})
    assert names["record_of"]("storage/week/best")["node"] == "best"
    assert drive(READING)[0] == "fit 0 2.5\nfit 1 7.5\nfit 2 12.5\n"
    assert drive(PICTURES)[0] == "['###', '###']\n"
    for command in COMMANDS:
        done = ffc(*shlex.split(command), cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
    assert drive(READING)[0] == ""
