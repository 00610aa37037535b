"""Clusters that drivers join: a plain one, and one with the dashboard, which takes jobs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from .nodes import Nodes

APPS = Path(__file__).parent / "apps"


@contextmanager
def _nodes(python: str, dashboard: bool) -> Iterator[Nodes]:
    folder = Path(tempfile.mkdtemp(prefix="ffc-", dir="/tmp"))
    nodes = Nodes(python, folder, dashboard)
    try:
        yield nodes
    finally:
        nodes.close()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="package")
def nodes() -> Iterator[Nodes]:
    """A cluster of two nodes."""
    with _nodes(sys.executable, dashboard=False) as made:
        yield made


@pytest.fixture(scope="package")
def job_nodes() -> Iterator[Nodes]:
    """One to which jobs can be submitted."""
    with _nodes(_with_dashboard(), dashboard=True) as made:
        yield made


def _with_dashboard() -> str:
    """A Python that has `ray[default]`: the Ray of this environment, and the rest in a venv beside.

    In the environment itself, a dashboard would start with each Ray of the other tests.
    """
    import ray

    place = Path(sys.prefix) / f"dashboard-{ray.__version__}"
    python, done = place / "bin" / "python", place / "installed"
    if not done.exists():
        shutil.rmtree(place, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(place)], check=True)
        (site,) = place.glob("lib/python*/site-packages")
        (site / "ray.pth").write_text(str(Path(ray.__file__).parent.parent), encoding="utf-8")
        wanted = f"ray[default]=={ray.__version__}"
        pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", wanted]
        installing = subprocess.run(pip, capture_output=True, text=True)
        if installing.returncode:
            reason = f"{wanted} cannot be installed: {installing.stderr.strip().splitlines()[-1:]}"
            (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)
        done.touch()
    return str(python)


@pytest.fixture
def put(ffc) -> object:  # type: ignore[no-untyped-def]
    """Compiles an app, and puts the driver, and what it needs beside it, where drivers are."""

    def put(nodes: Nodes, source: Path, *beside: str, options: tuple[str, ...] = ()) -> Path:
        driver = nodes.drivers / f"{source.stem}_driver.py"
        done = ffc("compile", source, "-o", driver, *options)
        assert done.returncode == 0, done.stderr
        for name in beside:
            shutil.copytree(APPS / name, nodes.drivers / name, dirs_exist_ok=True)
        return driver

    return put
