"""Python processes that begin as forks of one that has imported what they need.

Importing Ray takes a second, and a worker of Ray does it twice. A fork of a process that has done
it is a process of its own all the same: with its own memory, modules, command line, environment,
streams and exit code. What forks of one process share is the hash seed, so drivers and workers are
forks of two.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from .request import request

# Packages that neither drivers nor workers may import.
NOT_ON_CLUSTERS: Final = ("ffc", "functionfuse", "libcst")

_SERVER: Final = Path(__file__).with_name("server.py")


class Forks:
    """A process that has imported `modules`, and forks; none of them can import `refused`."""

    def __init__(self, modules: tuple[str, ...], refused: tuple[str, ...] = ()) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="ffc-forks-"))
        self.address = str(self._folder / "socket")
        listening = socket.socket(socket.AF_UNIX)
        listening.bind(self.address)
        listening.listen(64)  # who asks before the imports are done waits
        command = [sys.executable, str(_SERVER), str(listening.fileno())]
        command += [",".join(modules), ",".join(refused)]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            pass_fds=[listening.fileno()],
            start_new_session=True,
        )
        listening.close()

    def run(
        self,
        command: list[str],
        cwd: Path,
        environment: Mapping[str, str],
        *,
        input: str = "",
        timeout: float = 300,
    ) -> subprocess.CompletedProcess[str]:
        """Does what `python command` does."""
        with (
            tempfile.TemporaryFile() as given,
            tempfile.TemporaryFile() as out,
            tempfile.TemporaryFile() as err,
        ):
            given.write(input.encode())
            given.seek(0)
            files = [file.fileno() for file in (given, out, err)]
            asked = request(self.address, command, str(cwd), dict(environment), files)
            with asked:
                asked.settimeout(timeout)
                try:
                    code = asked.makefile().readline()
                except TimeoutError:
                    raise subprocess.TimeoutExpired(command, timeout) from None
            texts = []
            for file in (out, err):
                file.seek(0)
                texts.append(file.read().decode())
        assert code, "the process that forks has ended"
        return subprocess.CompletedProcess(command, int(code), *texts)

    def close(self) -> None:
        """Ends the process that forks."""
        self._process.communicate()
        shutil.rmtree(self._folder)
