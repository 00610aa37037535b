"""A cluster of two nodes on this machine, of `ray start` as on machines of their own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import Final

# Nothing in this folder can be imported: what lies there is on another machine.
_HIDING: Final = """\
import sys


class Nothing:
    def find_spec(self, name, target=None):
        return None


def hiding(path):
    if path == FOLDER or path.startswith(FOLDER + "/"):
        return Nothing()
    raise ImportError


sys.path_hooks.insert(0, hiding)
"""
_NO_FFC: Final = "raise ImportError('ffc is not installed where drivers run')\n"


class Nodes:
    """Two nodes: the head, and one with the resource `second`. They end with `close`.

    `python` runs them. They work in `folder`, which has a short name, as Ray makes sockets in it.
    Drivers are in `drivers`, of which the nodes see nothing, and run in the `environment`.
    """

    def __init__(self, python: str, folder: Path, dashboard: bool) -> None:
        self.python, self.folder, self.drivers = python, folder, folder / "drivers"
        self.port, web = free_port(), free_port()
        self.address, self.dashboard = f"127.0.0.1:{self.port}", f"http://127.0.0.1:{web}"
        self._processes: list[subprocess.Popen[bytes]] = []
        for name, text in (("node", f"FOLDER = {str(self.drivers)!r}\n{_HIDING}"), ("driver", "")):
            place = folder / "paths" / name
            place.mkdir(parents=True)
            (place / "ffc.py").write_text(_NO_FFC, encoding="utf-8")
            (place / "sitecustomize.py").write_text(text, encoding="utf-8")
        self.drivers.mkdir()
        self.environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith("RAY_")},
            "PATH": f"{Path(python).parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(folder / "paths" / "driver"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "RAY_TMPDIR": str(folder),
            "RAY_AUTH_MODE": "token",
            "RAY_AUTH_TOKEN": "0123456789abcdef" * 2,
            "RAY_USAGE_STATS_ENABLED": "0",
        }
        shown = ("--include-dashboard", str(dashboard), "--dashboard-port", str(web))
        try:
            self._start("head", "--head", "--port", str(self.port), *shown)
            self._start("second", "--address", self.address, "--resources", '{"second": 4}')
        except BaseException:
            self.close()
            raise

    def _start(self, name: str, *arguments: str) -> None:
        """Starts a node, and waits until it is there."""
        command = [self.python, "-m", "ray.scripts.scripts", "start", "--block", "--num-cpus", "2"]
        command += ["--node-ip-address", "127.0.0.1", "--object-store-memory", "100000000"]
        place = self.folder / name
        place.mkdir()
        path = {"PYTHONPATH": str(self.folder / "paths" / "node")}
        said = place / "said.txt"
        with open(said, "wb") as out:
            process = subprocess.Popen(
                [*command, *arguments],
                cwd=place,
                env={**self.environment, **path},
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._processes.append(process)
        until = time.monotonic() + 120
        while "Ray runtime started" not in said.read_text(encoding="utf-8"):
            assert process.poll() is None and time.monotonic() < until, said.read_text("utf-8")
            time.sleep(0.2)

    def run(
        self, program: Path | str, *arguments: str, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        """Runs Python on a program, in the folder of the drivers."""
        return subprocess.run(
            [self.python, str(program), *arguments],
            cwd=self.drivers,
            env={**self.environment, **environment},
            capture_output=True,
            text=True,
            timeout=240,
        )

    def close(self) -> None:
        for process in reversed(self._processes):
            process.terminate()
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()


def free_port() -> int:
    """A port of this machine at which nothing listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
