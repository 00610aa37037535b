"""A repository to try things in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import ffc as ffc  # forks of a process that has loaded ffc

APP = """\
from ffc import RayWorkflow, task


@task
def load(path):
    return [path]


leaf = load("a")
print(RayWorkflow(leaf, workflow_name="sums").run())
"""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two apps in a folder, a module that one of them imports, and `[tool.ffc]`."""
    apps = tmp_path / "apps"
    apps.mkdir()
    (apps / "one.py").write_text(APP)
    (apps / "two.py").write_text("import lab\n" + APP.replace('"a"', "lab.PATH"))
    (apps / "lab").mkdir()
    (apps / "lab" / "__init__.py").write_text('PATH = "b"\n')
    (tmp_path / "pyproject.toml").write_text('[tool.ffc]\nsources = ["apps/*.py"]\n')
    return tmp_path
