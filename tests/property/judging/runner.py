"""Runs drivers one after another in one process, which is on the cluster and cannot import ffc.

Starting a process and joining the cluster takes seconds, a small driver's work none. So the process
joins once; each driver is then run unchanged, as the script that it is, on the real Ray. The one
difference from a process of its own: its `ray.init` finds that this was done before.
"""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

_SECONDS: Final = 60  # no driver here takes one

_PROCESS: Final = """
import contextlib, functools, importlib.abc, io, json, logging, os, runpy, sys, traceback

class Refuse(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("ffc", "functionfuse", "libcst"):
            raise ImportError(f"{name} is not there where drivers run")

sys.meta_path.insert(0, Refuse())
import ray

logging.disable(logging.INFO)

answers, cluster = sys.stdout, sys.argv[1]
sys.stdout = sys.stderr
ray.init(cluster, log_to_driver=False)
ray.init = functools.partial(ray.init, ignore_reinit_error=True)
for line in sys.stdin:
    (driver, stored, *arguments), error, printed = json.loads(line), "", io.StringIO()
    os.environ["FFC_STORED"] = stored
    sys.argv = [driver, "--address", cluster, *arguments]
    try:
        with contextlib.redirect_stdout(printed):
            runpy.run_path(driver, run_name="__main__")
    except SystemExit as end:
        error = traceback.format_exc() if end.code else ""
    except BaseException:
        error = traceback.format_exc()
    print(json.dumps([printed.getvalue(), error]), file=answers, flush=True)
"""


@dataclass(frozen=True)
class Ran:
    """What a driver printed, and its traceback if it had an error."""

    stdout: str
    error: str


class Runner:
    """A process that runs drivers, begun with the first of them and again after one that hangs."""

    def __init__(self, cluster: str) -> None:
        self._command = [sys.executable, "-c", _PROCESS, cluster]
        self._process: subprocess.Popen[str] | None = None

    def run(self, driver: str, *arguments: str, stored: str = "") -> Ran:
        """Runs the text of a driver, with a command line and a folder for what it stores."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "app_driver.py"
            path.write_text(driver, encoding="utf-8")
            process = self._started()
            assert process.stdin is not None
            print(
                json.dumps([str(path), stored or folder, *arguments]),
                file=process.stdin,
                flush=True,
            )
            answer = self._answer(process)
        return Ran(*answer) if answer else Ran("", "the driver hung, or ended the process")

    def _started(self) -> subprocess.Popen[str]:
        if self._process is None:
            environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
            pipe = subprocess.PIPE
            self._process = subprocess.Popen(
                self._command, stdin=pipe, stdout=pipe, text=True, encoding="utf-8", env=environment
            )
        return self._process

    def _answer(self, process: subprocess.Popen[str]) -> Any:
        """What the driver that was sent did; None, and no process, if it does not come back."""
        assert process.stdout is not None
        ready, _, _ = select.select([process.stdout], [], [], _SECONDS)
        line = process.stdout.readline() if ready else ""
        if not line:
            self.close()
            return None
        return json.loads(line)

    def close(self) -> None:
        """Ends the process."""
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None
