"""Every folder of `tests/graphs` is an app with a step graph.

As in `tests/wiring`, the driver is a snapshot, and prints on Ray what the app prints locally. What
steps log stands on the stdout of the workers, so it is left out. Lines `# arguments: …` and
`# driver: …` of an app are a command line, for both or for the driver alone; answers to the
questions of steps are in `answers.json`.
"""

from __future__ import annotations

import re
import subprocess
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
from ffc.frontend import modules_of, read
from tests.property.judging.runner import Ran, Runner

from .shown import shown
from .test_cases import DriverSnapshot, check_clean

GRAPHS = Path(__file__).parent.parent / "graphs"
NAMES = sorted(path.parent.name for path in GRAPHS.glob("*/app.py"))
_PROCESSES = 2

Run = Callable[..., "subprocess.CompletedProcess[str]"]


class GraphSnapshot(DriverSnapshot):
    """`expected_driver.py`, in the folder of the app."""

    folder = GRAPHS


@cache
def compiled(name: str) -> str:
    """The driver of an app; it has no errors, and the warnings that it says it has."""
    sink = Sink()
    source = read("app.py", GRAPHS / name / "app.py", b"", sink)
    assert source is not None
    target = Target("app.py", "ffc compile app.py")
    result = compile_source(source, target, sink, modules_of(source, ()))
    expected = re.findall(r"# warns: (FFC\d+)", source.text)
    assert [d.code for d in sink.diagnostics] == expected, [d.message for d in sink.diagnostics]
    assert result is not None
    return result.driver


def words(name: str, key: str) -> list[str]:
    """The words of a line of the app that begins with `# key:`."""
    text = (GRAPHS / name / "app.py").read_text(encoding="utf-8")
    found = re.search(rf"^# {key}: (.*)$", text, re.MULTILINE)
    given = found.group(1).split() if found else []
    return [str(GRAPHS / name / word) if word.endswith(".json") else word for word in given]


def without_logs(printed: str) -> str:
    """What was printed, without what steps have logged."""
    return re.sub(r"^\[\d+ \w+\] .*\n", "", printed, flags=re.MULTILINE)


@pytest.mark.parametrize("name", NAMES)
def test_driver(name: str, snapshot: SnapshotAssertion) -> None:
    assert shown(compiled(name)) == snapshot.use_extension(GraphSnapshot)


@pytest.fixture(scope="session")
def on_ray(request: pytest.FixtureRequest, cluster: str) -> Iterator[Mapping[str, Future[Ran]]]:
    """The runs of all drivers that are tested, in a few processes."""
    wanted = [
        item.callspec.params["name"]
        for item in request.session.items
        if "test_graphs" in item.nodeid and "on_ray" in getattr(item, "fixturenames", ())
    ]
    runners: SimpleQueue[Runner] = SimpleQueue()
    for _ in range(_PROCESSES):
        runners.put(Runner(cluster))

    def run(name: str) -> Ran:
        runner = runners.get()
        try:
            return runner.run(compiled(name), *words(name, "arguments"), *words(name, "driver"))
        finally:
            runners.put(runner)

    with ThreadPoolExecutor(max_workers=_PROCESSES) as pool:
        yield {name: pool.submit(run, name) for name in wanted}
    for _ in range(_PROCESSES):
        runners.get().close()


@pytest.mark.parametrize("name", NAMES)
def test_driver_prints_what_the_app_prints(
    name: str,
    on_ray: Mapping[str, Future[Ran]],
    run_local: Run,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("FFC_ANSWERS", str(GRAPHS / name / "answers.json"))
    here = run_local(GRAPHS / name / "app.py", *words(name, "arguments"))
    assert here.returncode == 0, here.stderr[-3000:]
    ran = on_ray[name].result()
    assert not ran.error, ran.error[-3000:]
    assert ran.stdout == without_logs(here.stdout)
    assert ran.stdout, "an app prints what it has found"


def test_drivers_are_clean(tmp_path: Path) -> None:
    check_clean({name: compiled(name) for name in NAMES}, tmp_path)
