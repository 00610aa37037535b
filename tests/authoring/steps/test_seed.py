"""The programs of the seed document run in this process, with either import."""

import subprocess
import sys

import pytest

from . import seed


def lines_of(start: int, step: str) -> list[str]:
    return [f"[{step}] New value: {100 * i + 20}" for i in range(start, 11)]


ALL = [f"Note({{'tensor': {100 * i + 20}}})" for i in range(1, 11)]
OUT = f"{{'out': [{', '.join(ALL)}]}}"
TWICE = f"{{'out': [{', '.join(ALL + ALL)}]}}"

FIRST = [*lines_of(1, "1 AddToTensor"), OUT]
SECOND = [*FIRST, *lines_of(1, "4 AddToTensor"), *lines_of(1, "4 AddToTensor"), TWICE]
THIRD = ["[1 GetTensors] Hello, World!", *lines_of(1, "2 AddToTensor"), OUT]


def run(*command: object) -> list[str]:
    done = subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize("program", ["FIRST", "SECOND", "THIRD"])
def test_with_graphbook_lent(program, tmp_path):
    app = tmp_path / "app.py"
    app.write_text(getattr(seed, program))
    assert run("-m", "ffc", "run", "--local", app) == globals()[program]


@pytest.mark.parametrize("program", ["FIRST", "SECOND", "THIRD"])
def test_with_ffc_imported(program, tmp_path):
    app = tmp_path / "app.py"
    text = getattr(seed, program).replace("import graphbook as", "import ffc as")
    app.write_text(text.replace("from graphbook.", "from ffc."))
    assert run(app) == globals()[program]
