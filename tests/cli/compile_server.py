"""Compiles apps that may do anything to the compiler: each in a process of its own, with limits.

One app a line on stdin, as JSON; one outcome a line on stdout. A fork costs 20 ms where a new
Python with LibCST costs 600.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import traceback
import warnings
from dataclasses import dataclass
from pathlib import Path

MEMORY = 3 << 30
SECONDS = 15

_FIRST = b"""
from ffc import RayWorkflow, task
@task
def load(): return 1
RayWorkflow(load(), workflow_name="w").run()
"""


@dataclass(frozen=True)
class Outcome:
    """A driver, or codes, or what went wrong with ffc itself."""

    driver: str | None
    codes: tuple[str, ...]
    said: str
    failure: str


class Server:
    """The process, seen from the tests."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.cli.compile_server"]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
        )

    def compile(self, app: str | bytes) -> Outcome:
        data = app if isinstance(app, bytes) else app.encode("utf-8", "surrogatepass")
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(data.hex()).encode() + b"\n")
        self._process.stdin.flush()
        found = json.loads(self._process.stdout.readline())
        return Outcome(found["driver"], tuple(found["codes"]), found["said"], found["failure"])

    def close(self) -> None:
        self._process.communicate()


def main() -> None:
    import ffc.cli  # noqa: F401

    sys.setrecursionlimit(20_000)  # as `ffc` does
    _outcome(_FIRST)  # loads all that there is to load, once
    for line in sys.stdin.buffer:
        sys.stdout.write(_forked(bytes.fromhex(json.loads(line))) + "\n")
        sys.stdout.flush()


def _forked(app: bytes) -> str:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        signal.alarm(SECONDS)
        with os.fdopen(writing, "w") as answer:
            answer.write(json.dumps(_outcome(app)))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        written = answer.read()
    _, status = os.waitpid(child, 0)
    died = f"died of signal {status}, after {SECONDS} seconds at most"
    return written or json.dumps({"driver": None, "codes": [], "said": "", "failure": died})


def _outcome(app: bytes) -> dict[str, object]:
    from ffc.compile import compile_source
    from ffc.diagnostics import Sink
    from ffc.diagnostics.render import FORMATS
    from ffc.emit import Target
    from ffc.frontend import read

    sink, driver, failure, said = Sink(), None, "", ""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # as it would be seen on stderr
            source = read("app.py", None, app, sink)
            target = Target("app.py", "ffc compile app.py")
            result = source and compile_source(source, target, sink)
            driver = result.driver if result else None
        for form in FORMATS.values():
            said = form(sink.diagnostics)
            said.encode()
        said = FORMATS["text"](sink.diagnostics)
        if (driver is None) != sink.has_errors:
            failure = "neither a driver nor an error, or both"
        if driver is not None:
            driver.encode()
            warnings.simplefilter("ignore")  # the app's own text may deserve them
            compile(driver, "driver", "exec")
    except BaseException:
        failure = traceback.format_exc(limit=-5)
    codes = [diagnostic.code for diagnostic in sink.diagnostics]
    return {"driver": driver, "codes": codes, "said": said, "failure": failure}


if __name__ == "__main__":
    main()
