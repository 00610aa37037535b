"""An app with a storage, its driver, and what of the app runs."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

from ffc.compile import compile_source
from ffc.diagnostics import Sink
from ffc.emit import Target
from ffc.source import SourceFile

from .runner import SECONDS, Ran, Runner

# Put in front of a driver: as on a cluster, where ffc is not installed.
WITHOUT_FFC = """
import importlib.abc, runpy, sys
class _Refuse(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("ffc", "functionfuse", "libcst"):
            raise ImportError(f"{name} is not there where drivers run")
sys.meta_path.insert(0, _Refuse())
sys.argv = sys.argv[1:]
sys.path[0] = sys.argv[0].rpartition("/")[0]
runpy.run_path(sys.argv[0], run_name="__main__")
"""

_HEAD = """
import sys

from ffc import InitializerPlugin, RandomStatePlugin, RayWorkflow, storage_factory, task


def ran(name, value=None):
    with open(FOLDER + "/ran", "a") as file:
        print(name, file=file)
    return value


FOLDER = "@folder@"
storage = storage_factory({"kind": "ray", "options": {"path": "@storage@"}})
"""


@cache
def compiled(text: str) -> str:
    """The driver of an app without errors."""
    sink = Sink()
    target = Target("app.py", "ffc compile app.py")
    result = compile_source(SourceFile("app.py", None, text), target, sink)
    assert result is not None, sink.diagnostics
    return result.driver


class Case:
    """An app in a folder of its own; where it says `ran(name)`, that is counted."""

    def __init__(self, folder: Path, runner: Runner, cluster: str) -> None:
        self.folder, self.driver = folder, folder / "app_driver.py"
        self.storage = folder / "storage"
        self.address = ("--address", cluster, "--quiet")
        self._runner = runner

    def app(self, text: str) -> None:
        """Compiles an app, behind lines that give it `ran`, `storage` and `FOLDER`."""
        driver = compiled(_HEAD + text)
        driver = driver.replace("@folder@", str(self.folder))
        self.driver.write_text(driver.replace("@storage@", str(self.storage)), encoding="utf-8")

    def run(self, *arguments: str, ends: int = 0) -> Ran:
        """Runs the driver; `ends` is the exit code that it must have."""
        done = self._runner.run(self.driver, *arguments, *self.address)
        assert done.code == ends, done
        return done

    def run_alone(self, *arguments: str, ends: int = 0, **environment: str) -> Ran:
        """The same, in a process of its own and with workers of its own."""
        process = self.start(*arguments, **environment)
        try:
            stdout, stderr = process.communicate(timeout=SECONDS)
        finally:
            process.kill()
        done = Ran(process.returncode, stdout, stderr)
        assert done.code == ends, done
        return done

    def start(self, *arguments: str, **environment: str) -> subprocess.Popen[str]:
        """Starts the driver as a process of its own."""
        command = [sys.executable, "-c", WITHOUT_FFC, str(self.driver), *arguments, *self.address]
        given = {**os.environ, "RAY_LOG_TO_DRIVER": "0", **environment}
        pipe = subprocess.PIPE
        return subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, env=given)

    def ran(self) -> list[str]:
        """What has run since this was asked last, in the order of the names."""
        path = self.folder / "ran"
        names = path.read_text().split() if path.exists() else []
        path.unlink(missing_ok=True)
        return sorted(names)
