"""Every folder of `tests/wiring` is an app whose wiring uses one construct of Python.

As in `tests/cases`, the driver is a snapshot, and prints on Ray what the app prints locally. There
are many of them, so a few processes on the cluster, which cannot import ffc, run one after another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from pathlib import Path
from queue import SimpleQueue

import pytest
from syrupy.assertion import SnapshotAssertion

from ffc.compile import compile_source
from ffc.diagnostics import Sink
from ffc.emit import Target
from ffc.frontend import read
from tests.property.judging.process import run_local
from tests.property.judging.runner import Ran, Runner

from .shown import shown
from .test_cases import DriverSnapshot, check_clean

WIRING = Path(__file__).parent.parent / "wiring"
NAMES = sorted(path.parent.name for path in WIRING.glob("*/app.py"))
_PROCESSES = 2


class WiringSnapshot(DriverSnapshot):
    """`expected_driver.py`, in the folder of the app."""

    folder = WIRING


@cache
def compiled(name: str) -> str:
    """The driver of an app; it has no errors, and the warnings that it says it has."""
    sink = Sink()
    source = read("app.py", WIRING / name / "app.py", b"", sink)
    assert source is not None
    result = compile_source(source, Target("app.py", "ffc compile app.py"), sink)
    expected = re.findall(r"# warns: (FFC\d+)", source.text)
    assert [d.code for d in sink.diagnostics] == expected, [d.message for d in sink.diagnostics]
    assert result is not None
    return result.driver


@pytest.mark.parametrize("name", NAMES)
def test_driver(name: str, snapshot: SnapshotAssertion) -> None:
    assert shown(compiled(name)) == snapshot.use_extension(WiringSnapshot)


def test_drivers_are_clean(tmp_path: Path) -> None:
    check_clean({name: compiled(name) for name in NAMES}, tmp_path)


@pytest.fixture(scope="session")
def on_ray(request: pytest.FixtureRequest, cluster: str) -> Iterator[Mapping[str, Future[Ran]]]:
    """The runs of all drivers that are tested, in a few processes."""
    wanted = [
        item.callspec.params["name"]
        for item in request.session.items
        if "test_wiring" in item.nodeid and "on_ray" in getattr(item, "fixturenames", ())
    ]
    runners: SimpleQueue[Runner] = SimpleQueue()
    for _ in range(_PROCESSES):
        runners.put(Runner(cluster))

    def run(name: str) -> Ran:
        runner = runners.get()
        try:
            return runner.run(compiled(name))
        finally:
            runners.put(runner)

    with ThreadPoolExecutor(max_workers=_PROCESSES) as pool:
        yield {name: pool.submit(run, name) for name in wanted}
    for _ in range(_PROCESSES):
        runners.get().close()


@pytest.mark.parametrize("name", NAMES)
def test_driver_prints_what_the_app_prints(
    name: str, on_ray: Mapping[str, Future[Ran]], local: Callable[[str], str]
) -> None:
    ran = on_ray[name].result()
    assert not ran.error, ran.error[-3000:]
    printed = local((WIRING / name / "app.py").read_text(encoding="utf-8"))
    assert ran.stdout == printed
    assert printed, "an app prints what it has found"


@pytest.fixture
def local() -> Callable[[str], str]:
    """Runs an app in this process, by the library that it imports."""
    return run_local
