"""Nodes for which the cluster has no place."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from .app import written
from .test_ends import in_session, read_until


def test_a_node_that_nobody_can_run(cluster: str, tmp_path: Path) -> None:
    """What it asks for, and what there is; it goes on waiting, as a machine may join."""
    command = [sys.executable, str(written("unserved", tmp_path)), "--address", cluster]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, stdout=pipe, stderr=pipe, start_new_session=True)
    try:
        said = read_until(process, b"no node has more than").decode()
        assert "large cannot run: it asks for CPU 1, GPU 64; no node" in said
        assert process.poll() is None
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)
        assert process.returncode == 143
    finally:
        for pid in in_session(process.pid):
            os.kill(pid, signal.SIGKILL)
        process.wait()
