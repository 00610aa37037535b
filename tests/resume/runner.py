"""Runs drivers where ffc cannot be imported: in processes of their own, or many in one."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SECONDS: Final = 60  # no driver here takes twenty

# Importing Ray and starting workers takes longer than a small driver: they are for many drivers.
_PROCESS: Final = """
import contextlib, functools, importlib.abc, io, json, logging, runpy, sys, traceback

class Refuse(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("ffc", "functionfuse", "libcst"):
            raise ImportError(f"{name} is not there where drivers run")

sys.meta_path.insert(0, Refuse())
import ray

logging.disable(logging.INFO)
answers, sys.stdout = sys.stdout, sys.stderr  # Ray prints when it likes
ray.init = functools.partial(ray.init, ignore_reinit_error=True)
for line in sys.stdin:
    sys.argv, code, printed, said = json.loads(line), 0, io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(said):
        try:
            runpy.run_path(sys.argv[0], run_name="__main__")
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
            if code and not isinstance(end.code, int):
                print(end.code, file=sys.stderr)
        except BaseException:
            code = 1
            traceback.print_exc()
    print(json.dumps([code, printed.getvalue(), said.getvalue()]), file=answers, flush=True)
"""


@dataclass(frozen=True)
class Ran:
    """How a driver ended, and what it printed."""

    code: int
    stdout: str
    stderr: str


class Runner:
    """The process; it starts with the first driver, and again after one that hangs."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def run(self, driver: Path, *arguments: str) -> Ran:
        """Runs a driver, as `python driver arguments` does."""
        process = self._started()
        assert process.stdin is not None and process.stdout is not None
        print(json.dumps([str(driver), *arguments]), file=process.stdin, flush=True)
        ready, _, _ = select.select([process.stdout], [], [], SECONDS)
        line = process.stdout.readline() if ready else ""
        if not line:
            self.close()
            raise AssertionError("the driver hung, or ended the process")
        return Ran(*json.loads(line))

    def _started(self) -> subprocess.Popen[str]:
        if self._process is None:
            command = [sys.executable, "-c", _PROCESS]
            pipe = subprocess.PIPE
            quiet = {**os.environ, "RAY_LOG_TO_DRIVER": "0"}
            self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=quiet)
        return self._process

    def close(self) -> None:
        """Ends the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None
