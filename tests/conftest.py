"""One Ray cluster for the whole suite, and processes that cannot import ffc."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .cluster import start_cluster
from .forks import NOT_ON_CLUSTERS, Forks
from .forks.workers import forked_workers

ROOT = Path(__file__).parent.parent

_FFC = Path(sys.executable).with_name("ffc")
_QUIET = {"RAY_DEDUP_LOGS": "0", "RAY_LOG_TO_DRIVER": "0", "PYTHONDONTWRITEBYTECODE": "1"}

sys.setrecursionlimit(20_000)  # as `ffc` does


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of drivers that run beside others come last, but for one, with which those begin."""
    waiting = [item for item in items if "on_ray" in getattr(item, "fixturenames", ())]
    others = [item for item in items if item not in waiting]
    items[:] = [*waiting[:1], *others, *waiting[1:]]


@pytest.fixture(scope="session")
def cluster() -> Iterator[str]:
    """The address of a local cluster with the custom resources that the cases name."""
    import ray

    with forked_workers():
        yield start_cluster()
        ray.shutdown()


Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def run_driver(cluster: str) -> Iterator[Run]:
    """Runs a driver on the cluster, in a process that cannot import ffc."""
    forks = Forks(("ray",), NOT_ON_CLUSTERS)

    def run(driver: Path, *arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
        command = [str(driver), "--address", cluster, *arguments]
        return forks.run(command, driver.parent, {**os.environ, **_QUIET})

    yield run
    forks.close()


@pytest.fixture(scope="session")
def run_local() -> Iterator[Run]:
    """Runs an app as `ffc run --local` does: as `python app.py`, functionfuse's names lent."""
    forks = Forks(("ffc.cli.group", "ffc.cli.local", "ffc.cli.run"))

    def run(app: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [str(_FFC), "run", "--local", str(app), *arguments]
        return forks.run(command, app.parent, {**os.environ, **_QUIET})

    yield run
    forks.close()


@pytest.fixture(scope="session")
def ffc() -> Run:
    """Runs the command `ffc` in a process of its own."""

    def run(*arguments: object, cwd: Path = ROOT, **options: object) -> object:
        command = [sys.executable, "-m", "ffc", *map(str, arguments)]
        return subprocess.run(
            command, cwd=cwd, capture_output=True, text=True, timeout=60, **options
        )

    return run
