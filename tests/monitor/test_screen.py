"""The live view, on a terminal of 80 columns that is read as a person sees it."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pyte
import pytest

from .app import written
from .test_ends import in_session

_ROWS, _COLUMNS, _SECONDS = 12, 80, 60


class Terminal:
    """A driver on a pseudo-terminal, and what stands on its screen."""

    def __init__(self, driver: Path, cluster: str) -> None:
        self.screen = pyte.Screen(_COLUMNS, _ROWS)
        self._stream = pyte.ByteStream(self.screen)
        self._read, its_end = pty.openpty()
        fcntl.ioctl(its_end, termios.TIOCSWINSZ, struct.pack("HHHH", _ROWS, _COLUMNS, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, str(driver), "--address", cluster],
            stdin=its_end,
            stdout=its_end,
            stderr=its_end,
            env={**os.environ, "RAY_LOG_TO_DRIVER": "0", "PYTHONIOENCODING": "utf-8"},
            start_new_session=True,
        )
        os.close(its_end)

    @property
    def lines(self) -> list[str]:
        return [line.rstrip() for line in self.screen.display]

    def read_until(self, *texts: str) -> list[str]:
        """The lines of the screen as soon as all texts stand there."""
        end = time.monotonic() + _SECONDS
        while not all(any(text in line for line in self.lines) for text in texts):
            ready, _, _ = select.select([self._read], [], [], end - time.monotonic())
            assert ready, self.lines
            self._stream.feed(os.read(self._read, 65536))
        return self.lines

    def close(self) -> None:
        for pid in in_session(self.process.pid):
            os.kill(pid, signal.SIGKILL)
        self.process.wait()
        os.close(self._read)


@pytest.fixture
def terminal(request: pytest.FixtureRequest, cluster: str, tmp_path: Path) -> Iterator[Terminal]:
    opened = Terminal(written(request.param, tmp_path), cluster)
    yield opened
    opened.close()


@pytest.mark.parametrize("terminal", ["long"], indirect=True)
def test_while_nodes_run(terminal: Terminal) -> None:
    """A bar, counts, and one line for the loop; it goes when the run is stopped."""
    lines = terminal.read_until("running", "waiting", "▸ number, 0 of 40: long 0")
    bar = next(index for index, line in enumerate(lines) if "0/41" in line)
    assert "─" in lines[bar]
    assert "waiting" in lines[bar + 1]
    assert "▸" in lines[bar + 2]
    assert not any("▸" in line for line in lines[bar + 3 :])
    terminal.process.send_signal(signal.SIGINT)
    lines = terminal.read_until("41 nodes in")
    assert not any("▸" in line or "─" in line for line in lines)


@pytest.mark.parametrize("terminal", ["two"], indirect=True)
def test_what_is_printed_stands_above(terminal: Terminal) -> None:
    lines = terminal.read_until("nodes in", "failed: halved(", "ValueError: ")
    assert not any("━" in line for line in lines)
