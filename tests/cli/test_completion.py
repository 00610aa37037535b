"""What shells complete, asked as they ask."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest


def completed(folder: Path, words: str) -> list[str]:
    """What bash is told to offer for the last of the words."""
    environment = {
        **os.environ,
        "_FFC_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split(" ")) - 1),
    }
    command = [sys.executable, "-m", "ffc"]
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    assert ran.stderr == ""
    return [line.removeprefix("plain,") for line in ran.stdout.split()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "apps").mkdir()
    for name in ("app.py", "app_driver.py", "app.txt", "other.py", "apps/deep.py"):
        (tmp_path / name).write_text("")
    return tmp_path


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ffc comp", ["compile", "completion"]),
        ("ffc check ", ["apps/", "app.py", "other.py"]),
        ("ffc compile ap", ["apps/", "app.py"]),
        ("ffc run apps/", ["apps/deep.py"]),
        ("ffc check none", []),
        ("ffc check --format s", ["sarif"]),
        ("ffc graph o", ["other.py"]),
        ("ffc diff app", ["apps/", "app.py"]),
        ("ffc explain ffc10", ["FFC101", "FFC102", "FFC103", "FFC104", "FFC105", "FFC106"]),
        ("ffc completion ", ["bash", "fish", "zsh"]),
    ],
)
def test_completed(folder: Path, words: str, expected: list[str]) -> None:
    assert completed(folder, words) == expected


@pytest.mark.parametrize(
    ("shell", "line"),
    [
        ("bash", "complete -o nosort -F _ffc_completion ffc"),
        ("zsh", "#compdef ffc"),
        ("fish", 'complete --no-files --command ffc --arguments "(_ffc_completion)";'),
    ],
)
def test_scripts(folder: Path, shell: str, line: str) -> None:
    command = [sys.executable, "-m", "ffc", "completion", shell]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert ran.returncode == 0
    assert line in ran.stdout
