"""Runs `ffc` often: each time in a fork of a process that has loaded it already.

A new Python takes 0.6 seconds until ffc has compiled; a fork of one takes a tenth of that. What it
does with files, folders, streams and exit codes is the same.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


class Commands:
    """The process, seen from the tests."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.cli.command_server"]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, text=True
        )

    def run(self, arguments: list[str], cwd: Path, given: str) -> subprocess.CompletedProcess[str]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        job = {"arguments": arguments, "cwd": str(cwd), "given": given}
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        code, out, err = json.loads(self._process.stdout.readline())
        return subprocess.CompletedProcess(["ffc", *arguments], code, out, err)

    def close(self) -> None:
        self._process.communicate()


def main() -> None:
    import black  # noqa: F401
    import jinja2  # noqa: F401

    import ffc.cli.compile
    import ffc.cli.group
    import ffc.cli.run
    import ffc.compile  # noqa: F401

    for line in sys.stdin:
        job = json.loads(line)
        with (
            tempfile.TemporaryFile() as given,
            tempfile.TemporaryFile() as out,
            tempfile.TemporaryFile() as err,
        ):
            given.write(job["given"].encode())
            given.seek(0)
            child = os.fork()
            if child == 0:
                for number, file in enumerate((given, out, err)):
                    os.dup2(file.fileno(), number)
                os._exit(_run(job))
            _, status = os.waitpid(child, 0)
            texts = []
            for file in (out, err):
                file.seek(0)
                texts.append(file.read().decode())
        print(json.dumps([os.waitstatus_to_exitcode(status), *texts]), flush=True)


def _run(job: dict[str, Any]) -> int:
    import ffc.cli

    os.chdir(job["cwd"])
    sys.stdin = os.fdopen(0, closefd=False)
    sys.stdout = os.fdopen(1, "w", closefd=False)
    sys.stderr = os.fdopen(2, "w", closefd=False, errors="backslashreplace")
    sys.argv = ["ffc", *job["arguments"]]
    code: object = 0
    try:
        ffc.cli.main()
    except SystemExit as exit_:
        code = exit_.code or 0
    except BaseException:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return code if isinstance(code, int) else 1


if __name__ == "__main__":
    main()
