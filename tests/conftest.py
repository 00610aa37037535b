"""One Ray cluster for the whole suite, and processes that cannot import ffc."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .cluster import start_cluster

ROOT = Path(__file__).parent.parent

sys.setrecursionlimit(20_000)  # as `ffc` does

# Put in front of a driver: as on a cluster, where ffc is not installed.
_WITHOUT_FFC = """
import importlib.abc, runpy, sys
class _Refuse(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("ffc", "functionfuse", "libcst"):
            raise ImportError(f"{name} is not there where drivers run")
sys.meta_path.insert(0, _Refuse())
sys.argv = sys.argv[1:]
sys.path[0] = sys.argv[0].rpartition("/")[0]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


@pytest.fixture(scope="session")
def cluster() -> Iterator[str]:
    """The address of a local cluster with the custom resources that the cases name."""
    import ray

    yield start_cluster()
    ray.shutdown()


Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def run_driver(cluster: str) -> Run:
    """Runs a driver on the cluster, in a process that cannot import ffc."""

    def run(driver: Path, *arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", _WITHOUT_FFC, str(driver), "--address", cluster]
        return _run([*command, *arguments], driver.parent)

    return run


@pytest.fixture(scope="session")
def run_local() -> Run:
    """Runs an app as `ffc run --local` does: as `python app.py`, functionfuse's names lent."""

    def run(app: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "ffc", "run", "--local", str(app)]
        return _run([*command, *arguments], app.parent)

    return run


@pytest.fixture(scope="session")
def ffc() -> Run:
    """Runs the command `ffc` in a process of its own."""

    def run(*arguments: object, cwd: Path = ROOT, **options: object) -> object:
        command = [sys.executable, "-m", "ffc", *map(str, arguments)]
        return subprocess.run(
            command, cwd=cwd, capture_output=True, text=True, timeout=60, **options
        )

    return run


def _run(command: list[str], cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "RAY_DEDUP_LOGS": "0", "PYTHONDONTWRITEBYTECODE": "1"}
    environment["RAY_LOG_TO_DRIVER"] = "0"
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=120
    )
