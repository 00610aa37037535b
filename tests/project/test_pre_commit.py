"""The hooks for pre-commit, run by it: in this environment instead of one that it would build."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("pre_commit")
yaml = pytest.importorskip("yaml")

ROOT = Path(__file__).parents[2]
MANIFEST = ROOT / ".pre-commit-hooks.yaml"


def pre_commit(folder: Path, *arguments: str) -> tuple[int, str]:
    """Its exit code and what it says. Its own files stay in the folder."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "PRE_COMMIT_HOME": str(folder / ".git" / "home")}
    command = [sys.executable, "-m", "pre_commit", *arguments]
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    return ran.returncode, ran.stdout + ran.stderr


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def hooked(repository: Path) -> Path:
    """The repository in git, with both hooks."""
    hooks = [{**hook, "language": "system"} for hook in yaml.safe_load(MANIFEST.read_text())]
    (repository / ".pre-commit-config.yaml").write_text(
        yaml.safe_dump({"repos": [{"repo": "local", "hooks": hooks}]})
    )
    git(repository, "init", "-q")
    git(repository, "add", "-A")
    return repository


def test_the_manifest_is_one(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    assert pre_commit(tmp_path, "validate-manifest", str(MANIFEST)) == (0, "")


def test_check_then_compile(hooked: Path) -> None:
    code, said = pre_commit(hooked, "run", "ffc-check")
    assert code == 1
    assert "MISSING apps/one_driver.py, to mend it: ffc compile apps/one.py" in said
    assert pre_commit(hooked, "run", "ffc-compile")[0] == 0
    assert (hooked / "apps" / "one_driver.py").exists()
    git(hooked, "add", "-A")
    for hook in ("ffc-compile", "ffc-check"):
        code, said = pre_commit(hooked, "run", hook)
        assert (code, "Passed" in said) == (0, True)


def test_compile_stops_a_commit_with_old_drivers(hooked: Path) -> None:
    """As what it has written is not in the commit."""
    pre_commit(hooked, "run", "ffc-compile")
    git(hooked, "add", "-A")
    (hooked / "apps" / "lab" / "__init__.py").write_text('PATH = "z"\n')
    git(hooked, "add", "-A")
    code, said = pre_commit(hooked, "run", "ffc-compile")
    assert code == 1
    assert "files were modified by this hook" in said


def test_a_deleted_source_is_noticed(hooked: Path) -> None:
    pre_commit(hooked, "run", "ffc-compile")
    git(hooked, "add", "-A")
    git(hooked, "-c", "user.name=x", "-c", "user.email=x@y", "commit", "-q", "-m", "all")
    git(hooked, "rm", "-q", "apps/one.py")
    code, said = pre_commit(hooked, "run", "ffc-check")
    assert code == 1
    assert "EXTRA apps/one_driver.py, to mend it: rm apps/one_driver.py" in said
