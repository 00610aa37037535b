"""`ffc compile --watch`, as a person has it in a terminal: a process, edits, Ctrl-C."""

from __future__ import annotations

import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .conftest import APP
from .test_configuration import configure

pytest.importorskip("watchfiles")

Ffc = Callable[..., "subprocess.CompletedProcess[str]"]
SECONDS = 60


class Watching:
    """The process, and the lines that it prints."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        command = [sys.executable, "-u", "-m", "ffc", "compile", "--watch", *arguments]
        self.process = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))

    def says(self, *expected: str) -> None:
        """The next lines are these, but for what follows on them."""
        lines = [self._lines.get(timeout=SECONDS) for _ in expected]
        begins = [line[: len(one)] for line, one in zip(lines, expected, strict=True)]
        assert begins == list(expected), lines

    def until(self, expected: str) -> None:
        """Some line begins so."""
        while not self._lines.get(timeout=SECONDS).startswith(expected):
            pass

    def end(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(SECONDS)

    @property
    def rest(self) -> list[str]:
        return [line for line in self._lines.queue if line]


@pytest.fixture
def watching(repository: Path) -> Iterator[Watching]:
    started = Watching(repository)
    try:
        started.says(
            "watching 2 sources; Ctrl-C ends it",
            "apps/one.py: sums: 1 node, 0 edges -> apps/one_driver.py (created)",
            "apps/two.py: sums: 1 node, 0 edges -> apps/two_driver.py (created)",
        )
        yield started
    finally:
        started.process.kill()
        started.process.wait()


def test_a_day_s_work(watching: Watching, repository: Path) -> None:
    apps = repository / "apps"
    (apps / "one.py").write_text(APP.replace('"a"', '"c"'))
    watching.says("apps/one.py: sums: 1 node, 0 edges -> apps/one_driver.py (changed)")
    assert '"c"' in (apps / "one_driver.py").read_text()
    (apps / "lab" / "__init__.py").write_text('PATH = "d"\n')
    watching.says("apps/two.py: sums: 1 node, 0 edges -> apps/two_driver.py (changed)")
    (apps / "one.py").write_text("leaf = (\n")
    watching.says("apps/one.py:1:8: FFC102 invalid syntax")
    (apps / "two_driver.py").unlink()
    watching.until("apps/two.py: sums: 1 node, 0 edges -> apps/two_driver.py (created)")
    (apps / "one.py").write_text(APP)
    watching.says("apps/one.py: sums: 1 node, 0 edges -> apps/one_driver.py (changed)")
    (apps / "new.py").write_text(APP)
    watching.says("apps/new.py: sums: 1 node, 0 edges -> apps/new_driver.py (created)")
    (apps / "new.py").unlink()
    watching.says("apps/new.py: no source any more; apps/new_driver.py stays")
    configure(repository, "sourcs = []")
    watching.says("ffc: pyproject.toml: [tool.ffc] has no key `sourcs`; did you mean `sources`?")
    configure(repository, 'sources = ["apps/two.py"]', 'no-inline = ["lab"]')
    watching.until("apps/two.py: sums: 1 node, 0 edges -> apps/two_driver.py (changed)")
    assert watching.end() == 130
    assert watching.rest == []


def test_modules_that_come_and_go(watching: Watching, repository: Path) -> None:
    apps = repository / "apps"
    (apps / "lab" / "__init__.py").rename(apps / "lab" / "other.py")
    watching.says("apps/two.py: sums")
    (apps / "lab").rename(apps / "bal")
    (apps / "lab.py").write_text('PATH = "e"\n')
    watching.until("apps/lab.py:1:1: FFC104")
    configure(repository, 'sources = ["apps/two.py"]')
    watching.until("apps/lab.py: no source any more")
    assert '"e"' in (apps / "two_driver.py").read_text()
    assert watching.end() == 130


def test_sources_of_the_call(repository: Path) -> None:
    started = Watching(repository, "apps/one.py", "-o", "made.py")
    started.says("watching 1 source;", "apps/one.py: sums: 1 node, 0 edges -> made.py (created)")
    (repository / "apps" / "one.py").unlink()
    started.says("apps/one.py:1:1: FFC101 cannot read")
    (repository / "apps" / "one.py").write_text(APP)
    started.says("apps/one.py: sums: 1 node, 0 edges -> made.py (unchanged)")
    assert started.end() == 130


@pytest.mark.parametrize("arguments", [["-"], ["apps/one.py", "--stdout"], ["-o", "none.py"]])
def test_usage_errors(ffc: Ffc, repository: Path, arguments: list[str]) -> None:
    ran = ffc("compile", "--watch", *arguments, cwd=repository)
    assert ran.returncode == 2
    assert "Error: " in ran.stderr
