"""Progress in a log: lines of what has changed, and a summary."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

from .app import written

Run = Callable[..., "subprocess.CompletedProcess[str]"]
_LINE = re.compile(r"\[ ?(\d+)/(\d+)\] \d+:\d\d (.*)")


def test_lines_and_a_summary(run_driver: Run, tmp_path: Path) -> None:
    ran = run_driver(written("right", tmp_path), "--verbose")
    assert (ran.returncode, ran.stdout) == (0, "15\n")
    lines = [found for line in ran.stderr.splitlines() if (found := _LINE.fullmatch(line))]
    assert lines[-1].group(1, 2) == ("7", "7")
    counts = [int(line.group(1)) for line in lines]
    assert counts == sorted(counts)
    assert "good (" in lines[-1].group(3)
    assert re.search(r"^7 nodes in .*: 7 done$", ran.stderr, re.MULTILINE)


def test_a_line_has_few_names_unless_asked(run_driver: Run, tmp_path: Path) -> None:
    driver = written("right", tmp_path)
    assert all(line.count("number") <= 6 for line in run_driver(driver).stderr.splitlines())
    ran = run_driver(driver, "--verbose")
    named = set(re.findall(r"number \d", ran.stderr))
    assert named == {f"number {n}" for n in range(6)}
    assert " more" not in ran.stderr


def test_quiet(run_driver: Run, tmp_path: Path) -> None:
    ran = run_driver(written("right", tmp_path), "--quiet")
    assert (ran.returncode, ran.stdout) == (0, "15\n")
    assert "done" not in ran.stderr


def test_an_option_of_the_apps_own(run_driver: Run, tmp_path: Path) -> None:
    """The app gets it; the driver has the others."""
    driver = written("own", tmp_path)
    assert 'add_options(parser, "verbose")' in driver.read_text()
    assert run_driver(driver, "--verbose", "--quiet").stdout == "15 True\n"
    assert run_driver(driver, "--quiet").stdout == "15 False\n"
