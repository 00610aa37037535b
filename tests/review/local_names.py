"""Runs apps in this process and tells what their runs run: `[[app, [argument, …]], …]` on stdin.

Each app is a fork of its own; the answer is a list of runs for each, a list of names for each run,
or None where the app failed. With a pattern behind an app's arguments, the names are those that a
query by it finds when the run begins.
"""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from typing import Any

import ffc.authoring.flow as flows
import ffc.authoring.steps.run as steps
from ffc.cli.local import run_local


def main() -> None:
    answers = [
        _forked(Path(app), arguments, *rest) for app, arguments, *rest in json.load(sys.stdin)
    ]
    json.dump(answers, sys.stdout)


def _forked(app: Path, arguments: list[str], pattern: str | None = None) -> Any:
    readable, writable = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(readable)
        with os.fdopen(writable, "w") as answer:
            json.dump(_names(app, arguments, pattern), answer)
        os._exit(0)
    os.close(writable)
    with os.fdopen(readable) as answer:
        said = answer.read()
    os.waitpid(child, 0)
    return json.loads(said) if said else None


def _names(app: Path, arguments: list[str], pattern: str | None) -> list[list[str]]:
    runs: list[list[str]] = []
    for module in (flows, steps):
        _record(module, runs, pattern)
    os.chdir(app.parent)
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    try:
        run_local(str(app), tuple(arguments))
    except SystemExit as end:
        if end.code not in (None, 0):
            runs.append([f"exit code {end.code}"])
    return runs


def _record(module: Any, runs: list[list[str]], pattern: str | None) -> None:
    prepare = module.prepare

    def recording(nodes: Any, made: Any) -> None:
        names = [*(node.name for node in nodes), *(one.title for one in made)]
        runs.append([n for n in names if pattern is None or re.fullmatch(pattern, n)])
        prepare(nodes, made)

    module.prepare = recording


if __name__ == "__main__":
    main()
