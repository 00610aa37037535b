"""`examples/repository`: its drivers are up to date, its hooks and commands work."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ffc.cli.group import group

ROOT = Path(__file__).parents[2]
REPOSITORY = ROOT / "examples" / "repository"
APPS = sorted(REPOSITORY.glob("apps/*.py"))

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy, so that no cache is left in ours."""
    copied = shutil.copytree(REPOSITORY, tmp_path / "repository")
    shutil.rmtree(copied / ".ffc_cache", ignore_errors=True)
    return copied


def test_the_drivers_are_up_to_date(ffc: Run, copy: Path) -> None:
    """If not, run `ffc compile` in examples/repository."""
    ran = ffc("check", cwd=copy)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "2 drivers are up to date\n", "")


@pytest.mark.parametrize("app", APPS, ids=lambda app: app.stem)
def test_the_driver_prints_what_the_app_prints(app: Path, run_driver: Run, run_local: Run) -> None:
    here = run_local(app)
    assert here.returncode == 0, here.stderr
    there = run_driver(REPOSITORY / "drivers" / f"{app.stem}_driver.py")
    assert there.returncode == 0, there.stderr
    assert there.stdout == here.stdout
    assert there.stdout


def test_the_hooks_pass(copy: Path) -> None:
    pytest.importorskip("pre_commit")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "PRE_COMMIT_HOME": str(copy.parent / "home")}
    subprocess.run(["git", "init", "-q"], cwd=copy, check=True)
    subprocess.run(["git", "add", "-A"], cwd=copy, check=True)
    for arguments in (["validate-config"], ["run", "--all-files"]):
        command = [sys.executable, "-m", "pre_commit", *arguments]
        ran = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True)
        assert ran.returncode == 0, ran.stdout


def test_the_workflow_calls_verbs_that_there_are() -> None:
    yaml = pytest.importorskip("yaml")
    workflow = yaml.safe_load((REPOSITORY / ".github" / "workflows" / "ffc.yml").read_text())
    steps = workflow["jobs"]["drivers"]["steps"]
    lines = "\n".join(step.get("run", "") for step in steps).splitlines()
    calls = [line.split(" > ")[0] for line in lines if line.startswith("ffc ")]
    assert calls[0] == "ffc check --format github"
    for call in calls:
        _, verb, *words = call.split()
        command = group.get_command(group.make_context("ffc", [], resilient_parsing=True), verb)
        if command is None and verb == "diff":
            continue  # until it is there
        assert command is not None, call
        options = {name for one in command.params for name in one.opts}
        assert {word for word in words if re.match("-", word)} <= options, call
