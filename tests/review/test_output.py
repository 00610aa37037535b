"""What is printed where: colors on terminals alone, and nothing that a terminal cannot show."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ffc.cli.output import in_color, painted
from ffc.cli.revision import NoRevision, revision
from ffc.graphs.text import as_text

from .apps import EXAMPLES, graph

Ffc = Callable[..., "subprocess.CompletedProcess[str]"]

APP = """\
from ffc import RayWorkflow, task


@task
def load(n):
    return n


leaf = [load(n).set_name(f"größe {n}") for n in range(2)]
print(RayWorkflow(*leaf, workflow_name="sums").run())
"""


@pytest.mark.parametrize(
    ("terminal", "environment", "expected"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (True, {"TERM": "dumb"}, False),
    ],
)
def test_colors(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, environment: dict[str, str], expected: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    assert in_color() is expected


def test_paint_changes_no_text() -> None:
    text = as_text(graph(EXAMPLES[0]))
    colored = as_text(graph(EXAMPLES[0]), painted)
    assert "\x1b[36mmoons samples\x1b[0m" in colored
    assert re.sub(r"\x1b\[\d+m", "", colored) == text


def test_terminals_without_unicode(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(APP, encoding="utf-8")
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    for form, expected in (("text", b"gr\\xf6\\xdfe {n} \\xd72"), ("json", "größe 1".encode())):
        done = subprocess.run(
            [sys.executable, "-m", "ffc", "graph", "app.py", "--format", form],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
        )
        assert (done.returncode, done.stderr) == (0, b"")
        assert expected in done.stdout


def test_repositories_that_git_does_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git = tmp_path / "git"
    git.write_text("#!/bin/sh\necho 'fatal: detected dubious ownership' >&2\nexit 128\n")
    git.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with pytest.raises(NoRevision, match="detected dubious ownership"):
        revision("HEAD", tmp_path)
