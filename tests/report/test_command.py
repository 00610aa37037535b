"""`ffc report`, as people and scripts meet it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from .samples import sums
from .test_reading import NODE, RUN, written

Ffc = Callable[..., "subprocess.CompletedProcess[str]"]


def refused(ffc: Ffc, *arguments: object, **options: object) -> str:
    done = ffc("report", *arguments, **options)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("ffc: ") and done.stderr.count("\n") == 1, done.stderr
    return done.stderr[5:-1]


def test_page_beside_the_events(ffc: Ffc, tmp_path: Path) -> None:
    sums(tmp_path)
    done = ffc("report", "sums.jsonl", cwd=tmp_path)
    said = "sums.jsonl: 2 nodes, 2 done -> sums.html (created)\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, said, "")
    assert (tmp_path / "sums.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    again = ffc("report", "sums.jsonl", cwd=tmp_path)
    assert again.stdout == said.replace("created", "unchanged")


def test_page_elsewhere(ffc: Ffc, tmp_path: Path) -> None:
    file = sums(tmp_path)
    (tmp_path / "pages").mkdir()
    for output, page in (("page.htm", "page.htm"), ("pages", "pages/sums.html")):
        done = ffc("report", file, "-o", tmp_path / output)
        assert done.returncode == 0, done.stderr
        assert (tmp_path / page).is_file()


def test_damaged_lines_are_named(ffc: Ffc, tmp_path: Path) -> None:
    written(tmp_path, RUN, "what is this?", NODE)
    done = ffc("report", "run.jsonl", cwd=tmp_path)
    assert done.stdout == "run.jsonl: 1 node, 1 waiting -> run.html (created)\n"
    assert done.stderr == "ffc: run.jsonl: line 2 is no event, and left out\n"


def test_what_is_refused(ffc: Ffc, tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    (tmp_path / "text").write_text("Hello.\n")
    (tmp_path / "new").write_text('{"event": "run", "version": 7}\n')
    (tmp_path / "run.html").write_bytes(sums(tmp_path).read_bytes())
    said = {
        "missing": "cannot read missing: No such file or directory",
        ".": "cannot read .: Is a directory",
        "empty": "empty is empty: its driver has written nothing yet",
        "text": "text does not begin as a file of events does; drivers write one with --events",
        "new": "new is of version 7 of the events format, and this ffc reads version 1",
        "run.html": "the page would replace run.html; name another file with -o",
    }
    assert {file: refused(ffc, file, cwd=tmp_path) for file in said} == said


def test_a_page_that_cannot_be_written(ffc: Ffc, tmp_path: Path) -> None:
    file = sums(tmp_path)
    reason = refused(ffc, file.name, "-o", "none/run.html", cwd=tmp_path)
    assert reason == "cannot write none/run.html: No such file or directory"


@pytest.mark.skipif(os.name == "nt", reason="names of files hold no line ends there")
def test_odd_names_of_files(ffc: Ffc, tmp_path: Path) -> None:
    sums(tmp_path).rename(tmp_path / "a\nb")
    done = ffc("report", "a\nb", cwd=tmp_path)
    assert done.stdout == "a\\nb: 2 nodes, 2 done -> a\\nb.html (created)\n"


def test_without_the_library_that_draws(ffc: Ffc, tmp_path: Path) -> None:
    """All but the drawing is there, and the page says what is missing."""
    (tmp_path / "graphlay.py").write_text("raise ImportError('not installed')")
    sums(tmp_path)
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = ffc("report", "sums.jsonl", cwd=tmp_path, env=environment)
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "sums.html").read_text("utf-8")
    assert "drawing graphs takes: pip install &#39;ffc-ray[report]&#39;" in text
    assert "node-2" in text
