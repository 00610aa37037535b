"""Every folder of `tests/cases` is a case: an app, its driver, and what both print.

`app.py` is compiled and compared with `expected_driver.py`; a changed driver is a readable diff
(make the snapshots again with `pytest --snapshot-update`). A snapshot is no proof: the driver is
run on Ray, in a process that cannot import ffc, and must print what the app prints when it is run
locally.

Snapshots have no code of the runtime behind `main()`, but its names.

The app may have modules and packages beside it. Its driver is run in a folder where there are none
of them, but those that a line `# options: --no-inline PACKAGE` in the app keeps as imports. A line
`# arguments: …` gives both a command line.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.data import SnapshotCollections
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from ffc.compile import compile_source
from ffc.diagnostics import Sink
from ffc.emit import Target
from ffc.emit.monitoring import monitor_text
from ffc.frontend import modules_of, read

from .shown import shown

CASES = Path(__file__).parent.parent / "cases"
EXAMPLES = CASES.parent.parent / "examples"
NAMES = sorted(path.parent.name for path in CASES.glob("*/app.py"))

Run = Callable[..., "subprocess.CompletedProcess[str]"]


class DriverSnapshot(SingleFileSnapshotExtension):
    """`expected_driver.py`, in the folder of its case."""

    _write_mode = WriteMode.TEXT
    file_extension = "py"
    folder = CASES

    @classmethod
    def dirname(cls, *, test_location: object) -> str:
        return str(cls.folder / _case_of(test_location))

    def discover_snapshots(self, **_: object) -> SnapshotCollections:
        """None but those asked for: syrupy deletes what it finds and does not know."""
        return SnapshotCollections()

    @classmethod
    def get_snapshot_name(cls, *, test_location: object, index: object = 0) -> str:
        return "expected_driver"


def _case_of(test_location: object) -> str:
    name = str(test_location.snapshot_name)  # type: ignore[attr-defined]
    return name.partition("[")[2].rpartition("]")[0]


@cache
def compiled(case: str) -> str:
    """The driver of a case; its app has no errors, and the warnings that it says it has."""
    sink = Sink()
    app = CASES / case / "app.py"
    source = read("app.py", app, b"", sink)
    assert source is not None
    modules = modules_of(source, kept_packages(case))
    result = compile_source(source, Target("app.py", "ffc compile app.py"), sink, modules)
    expected = re.findall(r"# warns: (FFC\d+)", source.text)
    assert [d.code for d in sink.diagnostics] == expected, [d.message for d in sink.diagnostics]
    assert result is not None
    return result.driver


def arguments(case: str) -> list[str]:
    """The command line that the app of a case asks for."""
    return _words(case, "arguments")


def kept_packages(case: str) -> tuple[str, ...]:
    """The packages of a case that stay imports."""
    return tuple(word for word in _words(case, "options") if word != "--no-inline")


def _words(case: str, key: str) -> list[str]:
    text = (CASES / case / "app.py").read_text(encoding="utf-8")
    found = re.search(rf"^# {key}: (.*)$", text, re.MULTILINE)
    return found.group(1).split() if found else []


def alone(case: str, folder: Path) -> Path:
    """The driver of a case in a folder without the app and its modules; other files are there."""
    shutil.copytree(CASES / case, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    for package in kept_packages(case):
        shutil.copytree(CASES / case / package, folder / package, dirs_exist_ok=True)
    driver = folder / "expected_driver.py"
    driver.write_text(compiled(case), encoding="utf-8")
    return driver


@pytest.mark.parametrize("case", NAMES)
def test_driver(case: str, snapshot: SnapshotAssertion) -> None:
    assert shown(compiled(case)) == snapshot.use_extension(DriverSnapshot)


@pytest.fixture(scope="session")
def on_ray(
    request: pytest.FixtureRequest, run_driver: Run, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Mapping[str, Future]]:
    """The runs of all drivers that are tested, several at a time: they wait for Ray mostly."""
    wanted = [
        item.callspec.params["case"]
        for item in request.session.items
        if "test_cases" in item.nodeid and "on_ray" in getattr(item, "fixturenames", ())
    ]
    folder = tmp_path_factory.mktemp("drivers")
    with ThreadPoolExecutor(max_workers=3) as pool:
        yield {
            case: pool.submit(run_driver, alone(case, folder / case), *arguments(case))
            for case in wanted
        }


@pytest.mark.parametrize("case", NAMES)
def test_driver_prints_what_the_app_prints(
    case: str, on_ray: Mapping[str, Future], run_local: Run
) -> None:
    here = run_local(CASES / case / "app.py", *arguments(case))
    driver = on_ray[case].result()
    assert driver.returncode == 0, driver.stderr[-3000:]
    assert here.returncode == 0, here.stderr[-3000:]
    assert driver.stdout == here.stdout
    assert driver.stdout, "a case prints what it has found"


def test_drivers_are_clean(tmp_path: Path) -> None:
    """`black --check` and ruff pass on every driver."""
    check_clean({name: compiled(name) for name in NAMES}, tmp_path)


def test_examples_are_clean(tmp_path: Path) -> None:
    found = EXAMPLES.glob("*/*_driver.py")
    check_clean({path.stem: path.read_text(encoding="utf-8") for path in found}, tmp_path)


def check_clean(texts: Mapping[str, str], folder: Path) -> None:
    """Fails if black would change one of the drivers, or ruff finds something in it.

    The monitor, which is the same in all, is given to black once.
    """
    drivers = [str(folder / f"{name}.py") for name in texts]
    for index, (driver, text) in enumerate(zip(drivers, texts.values(), strict=True)):
        Path(driver).write_text(text, encoding="utf-8")
        without = text
        for steps in (True, False) if index else ():
            without = without.replace(monitor_text(steps).code, "pass\n")
        (folder / f"{Path(driver).stem}.without.py").write_text(without, encoding="utf-8")
    check = [sys.executable, "-m", "black", "--check", "--quiet", "--config", "/dev/null"]
    assert subprocess.run([*check, *folder.glob("*.without.py")]).returncode == 0
    rules = ["--isolated", "--select", "F,E,W,I,B,UP", "--target-version", "py310"]
    lint = [sys.executable, "-m", "ruff", "check", *rules, *drivers]
    found = subprocess.run(lint, capture_output=True, text=True)
    assert found.returncode == 0, found.stdout
