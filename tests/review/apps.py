"""The apps of the other tests, and what ffc makes of them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

from ffc.diagnostics import Sink
from ffc.frontend import modules_of, parse, read
from ffc.graphs.build import graph_of
from ffc.graphs.model import Graph
from ffc.ir import Program
from ffc.staging import stage

TESTS = Path(__file__).parent.parent
EXAMPLES = [
    TESTS.parent / "examples" / name / f"{name}.py" for name in ("classifiers", "reviews", "sums")
]
APPS = [
    *EXAMPLES,
    *(
        path
        for kind in ("cases", "wiring", "graphs")
        for path in sorted(TESTS.glob(f"{kind}/*/app.py"))
    ),
]


def name_of(app: Path) -> str:
    return app.parent.relative_to(TESTS.parent).as_posix()


@cache
def graph(app: Path) -> Graph:
    """The graph of an app that has no errors."""
    return graph_of(staged(app))


@cache
def staged(app: Path) -> Program:
    """What staging finds in it."""
    sink = Sink()
    source = read("app.py", app, b"", sink)
    assert source is not None
    module = parse(source, sink)
    assert module is not None
    program = stage(module, sink, finder=modules_of(source))
    assert not sink.has_errors, sink.diagnostics
    return program


def graph_of_text(text: str, folder: Path) -> Graph:
    """The graph of an app that is written to a folder."""
    app = folder / "app.py"
    app.write_text(text, encoding="utf-8")
    return graph_of(staged.__wrapped__(app))


def arguments_of(app: Path) -> list[str]:
    """Those of the line `# arguments: …` in the app."""
    found = re.search(r"# arguments: (.*)", app.read_text())
    return found[1].split() if found else []


def run_locally(calls: list[list[Any]]) -> list[Any]:
    """What `local_names` answers."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.review.local_names"],
        input=json.dumps(calls),
        capture_output=True,
        text=True,
        timeout=600,
        cwd=TESTS.parent,
        check=True,
    )
    return json.loads(done.stdout)
