"""No input makes ffc fail, hang or fill the memory: it makes a driver, or says why not.

Each app is compiled in a process of its own, with limits (see `compile_server`).
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from .compile_server import Server
from .hostile_text import SOURCES, TEXTS
from .hostile_values import DEEP, HUGE, app
from .hostile_wiring import CALLS, OPTIONS, WIRING

GROUPS = {
    "deep": DEEP,
    "huge": HUGE,
    "texts": TEXTS,
    "sources": SOURCES,
    "wiring": WIRING,
    "calls": CALLS,
    "options": OPTIONS,
}
APPS = [
    pytest.param(*case, id=f"{group}: {name}")
    for group, cases in GROUPS.items()
    for name, case in cases.items()
]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    started = Server()
    yield started
    started.close()


@pytest.mark.parametrize(("source", "expected"), APPS)
def test_what_comes_of_it(server: Server, source: str | bytes, expected: str | None) -> None:
    outcome = server.compile(source)
    assert not outcome.failure, outcome.failure
    if expected == "driver":
        assert outcome.driver is not None, outcome.said
    elif expected is not None:
        assert outcome.driver is None
        assert expected in outcome.codes, outcome.said


# Would leave a file behind, if any of it was executed.
SPILLS = [
    "open({0!r}, 'w')",
    "x = open({0!r}, 'w').name * 3",
    "x = [open({0!r}, 'w')][0]",
    "if open({0!r}, 'w'):\n    pass",
    "class A:\n    open({0!r}, 'w')",
    "def f(x=open({0!r}, 'w')): pass",
    "@open({0!r}, 'w')\ndef f(): pass",
    "import pathlib\npathlib.Path({0!r}).touch()",
    "__import__('pathlib').Path({0!r}).touch()",
    "exec('open({0!r}, \"w\")')",
    "x = f\"{{open({0!r}, 'w')}}\"",
    "def f():\n    return open({0!r}, 'w')\nx = load(f())",
    "x = load(open({0!r}, 'w'))",
    "x = load(1).set_name(open({0!r}, 'w').name)",
    "x = str(open({0!r}, 'w'))",
    "x = sorted([open({0!r}, 'w')], key=lambda f: f.name)",
    "x: open({0!r}, 'w') = 1",
    "with open({0!r}, 'w'): pass",
    "import spill",
]


@pytest.mark.parametrize("spill", SPILLS)
def test_nothing_is_executed(tmp_path: Path, server: Server, spill: str) -> None:
    file = tmp_path / "spilt"
    outcome = server.compile(app(f"{spill.format(str(file))}\nleaf = load(1)"))
    assert not outcome.failure, outcome.failure
    assert not file.exists()


def test_nothing_is_imported(tmp_path: Path) -> None:
    """Neither the app nor what lies beside it."""
    for name in ("app", "helper", "black", "libcst", "click", "ffc"):
        text = app(f"import helper\nopen({name!r}, 'w')\nleaf = load(1)")
        (tmp_path / f"{name}.py").write_text(text)
    command = [Path(sys.executable).with_name("ffc"), "compile", "app.py"]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    assert [path.suffix for path in tmp_path.iterdir()] == [".py"] * 7
