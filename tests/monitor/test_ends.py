"""Drivers that are stopped, with a Ray of their own: exit codes, and no process stays."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from .app import written

_SECONDS = 60  # for a busy machine; what is asked for is 5 seconds


@pytest.fixture
def started(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A driver with long tasks, in a session of its own, which says that some are running."""
    command = [sys.executable, str(written("long", tmp_path)), "--address", "local"]
    environment = {**os.environ, "RAY_LOG_TO_DRIVER": "0"}
    environment.pop("RAY_ADDRESS", None)
    process = subprocess.Popen(
        command, stderr=subprocess.PIPE, env=environment, start_new_session=True
    )
    try:
        read_until(process, b"long 0")
        yield process
    finally:
        for pid in in_session(process.pid):
            os.kill(pid, signal.SIGKILL)
        process.wait()


def read_until(process: subprocess.Popen[bytes], text: bytes) -> bytes:
    """What a process has written to stderr when it has written `text`."""
    assert process.stderr is not None
    found, end = b"", time.monotonic() + _SECONDS
    while text not in found:
        ready, _, _ = select.select([process.stderr], [], [], end - time.monotonic())
        read = os.read(process.stderr.fileno(), 4096) if ready else b""
        assert read, found.decode()
        found += read
    return found


def in_session(session: int) -> list[int]:
    """The processes of a session that are still at work."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, of = path.read_text().rpartition(") ")[2].split()[:4]
        except OSError:  # it has ended
            continue
        if int(of) == session and state != "Z":
            found.append(int(path.parent.name))
    return found


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_driver_that_is_stopped(
    number: signal.Signals, code: int, started: subprocess.Popen[bytes]
) -> None:
    started.send_signal(number)
    _, said = started.communicate(timeout=_SECONDS)
    assert started.returncode == code
    assert b"Traceback" not in said
    assert b"nodes in" in said
    assert in_session(started.pid) == []


def test_all_processes_are_stopped_at_once(started: subprocess.Popen[bytes]) -> None:
    """As batch systems do: Ray's own processes get the signal, too."""
    os.killpg(started.pid, signal.SIGTERM)
    started.communicate(timeout=_SECONDS)
    assert started.returncode == 143
    assert in_session(started.pid) == []
