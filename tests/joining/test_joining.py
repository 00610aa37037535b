"""A compiled driver joins a cluster, by each way to name one."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import APPS
from .nodes import Nodes

KEPT = ("--no-inline", "toolbox")
Put = Callable[..., Path]
Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def expected(run_local: Run, monkeypatch: pytest.MonkeyPatch) -> str:
    """What the app prints in one process, with the environment that it asks Ray for."""
    monkeypatch.setenv("TITLE", "Rows")
    done = run_local(APPS / "app.py")
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("way", ["auto", "address", "variable", "both"])
def test_driver_joins(way: str, nodes: Nodes, put: Put, expected: str) -> None:
    driver = put(nodes, APPS / "app.py", "toolbox", options=KEPT)
    given = {"auto": ["--address", "auto"], "address": ["--address", nodes.address]}
    variables = {"variable": nodes.address, "both": "127.0.0.1:1"}
    given["both"] = given["address"]  # the option goes before the variable
    variable = {"RAY_ADDRESS": variables[way]} if way in variables else {}
    done = nodes.run(driver, *given.get(way, []), **variable)
    assert done.returncode == 0, done.stderr
    assert done.stdout == expected
    shown = nodes.address if way != "auto" else "auto"
    assert f"num_cpus: the cluster at {shown} has its own" in done.stderr


def test_job(job_nodes: Nodes, put: Put, expected: str) -> None:
    put(job_nodes, APPS / "app.py", "toolbox", options=KEPT)
    command = [job_nodes.python, "-m", "ray.scripts.scripts", "job", "submit"]
    command += ["--address", job_nodes.dashboard, "--working-dir", str(job_nodes.drivers)]
    done = subprocess.run(
        [*command, "--", "python", "app_driver.py"],
        cwd=job_nodes.folder,
        env=job_nodes.environment,
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert expected in done.stdout


def test_modules_are_shipped_beside_those_of_the_app(
    nodes: Nodes, put: Put, tmp_path: Path
) -> None:
    """An app may have `py_modules` of its own."""
    (nodes.drivers / "given.py").write_text("FACTOR = 3\n")
    text = (APPS / "app.py").read_text(encoding="utf-8")
    own = '"py_modules": ["given.py"], "env_vars"'
    text = text.replace('"env_vars"', own).replace(
        "    return smooth(", "    from given import FACTOR\n\n    return FACTOR, smooth("
    )
    (tmp_path / "own.py").write_text(text, encoding="utf-8")
    driver = put(nodes, tmp_path / "own.py", "toolbox", options=KEPT)
    done = nodes.run(driver, "--address", nodes.address)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Rows: [(3, [")


def test_installed_packages_are_not_shipped(nodes: Nodes, put: Put, tmp_path: Path) -> None:
    """They are taken to be on the cluster; here, they are not."""
    site = tmp_path / "site-packages"
    site.mkdir()
    (site / "installed.py").write_text("def smooth(values):\n    return values\n")
    text = (APPS / "app.py").read_text(encoding="utf-8").replace("from toolbox", "from installed")
    (tmp_path / "elsewhere.py").write_text(text, encoding="utf-8")
    driver = put(nodes, tmp_path / "elsewhere.py", options=("--no-inline", "installed"))
    path = f"{nodes.environment['PYTHONPATH']}:{site}"
    done = nodes.run(driver, "--address", nodes.address, PYTHONPATH=path)
    assert done.returncode == 1
    assert "No module named 'installed' where it runs: install" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_is_not_kept_is_not_shipped(nodes: Nodes, put: Put, tmp_path: Path) -> None:
    """A package that comes to lie beside the driver later: nodes do not see that folder."""
    (tmp_path / "late.py").write_text((APPS / "app.py").read_text(encoding="utf-8"))
    driver = put(nodes, tmp_path / "late.py", "toolbox")
    done = nodes.run(driver, "--address", nodes.address)
    assert done.returncode == 1
    assert "No module named 'toolbox' where it runs: install" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_ray_of_its_own_is_sent_nothing(nodes: Nodes) -> None:
    code = "import json, shipping; print(json.dumps(shipping.shipped('local', ['json'], {})))"
    runtime = str(Path(__file__).parents[2] / "runtime")
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=runtime, capture_output=True, text=True, timeout=60)
    assert json.loads(done.stdout) == {}
