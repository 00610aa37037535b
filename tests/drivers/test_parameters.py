"""Parameters of the nodes of a step graph, as the person who starts the driver sets them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ffc.compile import compile_source
from ffc.diagnostics import Sink
from ffc.emit import Target
from ffc.source import SourceFile

APP = """
import ffc as gb


@gb.remote
class Words(gb.SourceStep):
    Parameters = {
        "count": {"type": "number", "default": 2},
        "word": {"type": "string"},
        "loud": {"type": "boolean", "default": False},
        "ends": {"type": "list[string]", "default": ["."]},
    }

    def __init__(self, count, word, loud, ends):
        super().__init__()
        self.word = word.upper() if loud else word
        self.count, self.ends = count, ends

    def load(self):
        return {"out": [{"word": self.word + end} for end in self.ends * self.count]}


@gb.remote
class Add(gb.Step):
    Parameters = {"end": {"type": "string", "default": "1"}}

    def __init__(self, end):
        super().__init__()
        self.end = end

    def on_data(self, note):
        note["word"] += self.end


words = Words.remote()
print(gb.run(Add.remote(end="2").bind("out", Add.remote().bind("out", words))))
"""
WAY_OUT = "Give values with --set NODE.NAME=VALUE.\n"

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sink = Sink()
    compiled = compile_source(SourceFile("app.py", None, APP), Target("app.py", "ffc"), sink)
    assert compiled is not None, sink.diagnostics
    path = tmp_path_factory.mktemp("parameters") / "app_driver.py"
    path.write_text(compiled.driver, encoding="utf-8")
    return path


def parameters(folder: Path, **nodes: object) -> str:
    """A file of parameters."""
    path = folder / "params.json"
    path.write_text(json.dumps(nodes), encoding="utf-8")
    return str(path)


def test_values(driver: Path, run_driver: Run, tmp_path: Path) -> None:
    """What is set goes over the file, and that over the app. A string may look like a number."""
    file = parameters(tmp_path, Words={"word": "hm", "count": 1, "ends": ["!", "?"]})
    sets = ["Words.loud=true", "Words.count=2", "Add.end=3=4"]
    ran = run_driver(driver, "--params", file, *(word for one in sets for word in ("--set", one)))
    assert ran.returncode == 0, ran.stderr[-3000:]
    notes = [{"word": word} for word in ("HM!13=4", "HM?13=4") * 2]
    assert ran.stdout == f"{ {'out': notes} }\n"


@pytest.mark.parametrize(
    ("sets", "said"),
    [
        ([], ["Words.word has no value"]),
        (
            ["Word.word=a", "Add.3.end=x"],
            [
                "there is no node 'Word': Words, Add, Add.2",
                "there is no node 'Add.3': Words, Add, Add.2",
                "Words.word has no value",
            ],
        ),
        (
            ["Words.word=a", "Words.wrod=b", "Words.count=two", "Words.loud=1", "Words.ends={}"],
            [
                "Words has no parameter 'wrod': count, word, loud, ends",
                "Words.count is a number, not 'two'",
                "Words.loud is a boolean, not 1",
                "Words.ends is a list[string], not {}",
            ],
        ),
        (["Words.word=a", "Words.count=true"], ["Words.count is a number, not True"]),
        (["word"], ["there is no node '': Words, Add, Add.2", "Words.word has no value"]),
    ],
)
def test_wrong_values(driver: Path, sets: list[str], said: list[str]) -> None:
    """All that is wrong is said, and nothing started: there is no cluster at the address."""
    given = [word for one in sets for word in ("--set", one)]
    ran = _refused(driver, *given)
    assert ran.stderr == "".join(f"{line}\n" for line in said) + WAY_OUT


def test_wrong_values_in_a_file(driver: Path, tmp_path: Path) -> None:
    file = parameters(tmp_path, Words={"word": 3}, Ad={"end": "x"}, Add={"size": 1})
    assert _refused(driver, "--params", file).stderr == (
        "Words.word is a string, not 3\n"
        "there is no node 'Ad': Words, Add, Add.2\n"
        "Add has no parameter 'size': end\n"
        "Words.word has no value\n" + WAY_OUT
    )


@pytest.mark.parametrize("text", ['{"Words": ', '["Words"]', '{"Words": 3}', None])
def test_no_file_of_parameters(driver: Path, tmp_path: Path, text: str | None) -> None:
    file = tmp_path / "params.json"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    said = _refused(driver, "--params", str(file)).stderr
    assert said.startswith(f"{file}: parameters are JSON, {{NODE: {{NAME: VALUE}}}}: ")


def _refused(driver: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The driver ends with one message, before it looks for the cluster."""
    command = [sys.executable, str(driver), "--address", "127.0.0.1:1", *arguments]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (ran.returncode, ran.stdout) == (1, "")
    return ran
