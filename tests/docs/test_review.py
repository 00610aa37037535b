"""docs/graph.md and docs/diff.md show commands and what they print: all of that is run."""

from __future__ import annotations

import re
import shlex
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ..review.test_diff import Repository

Ffc = Callable[..., "subprocess.CompletedProcess[str]"]

DOCS = Path(__file__).parents[2] / "docs"
GRAPH, DIFF, STORAGE = (
    (DOCS / f"{name}.md").read_text(encoding="utf-8") for name in ("graph", "diff", "storage")
)
WEEK = re.findall(r"^```python\n(.*?)^```$", STORAGE, re.DOTALL | re.MULTILINE)[0]
# What the page says that the edits are.
EDITS = [("range(3)", "range(4)"), ('"best"', '"top"'), ("SCALE = 10", "SCALE = 20")]


def consoles(page: str) -> Iterator[tuple[str, str]]:
    """Each command of the page, with what stands below it."""
    for block in re.findall(r"^```console\n(.*?)^```$", page, re.DOTALL | re.MULTILINE):
        command, _, output = block.partition("\n")
        yield command.removeprefix("$ ffc "), output


@pytest.mark.parametrize(("command", "output"), list(consoles(GRAPH)))
def test_graph(ffc: Ffc, tmp_path: Path, command: str, output: str) -> None:
    (app,) = re.findall(r"^```python\n(.*?)^```$", GRAPH, re.DOTALL | re.MULTILINE)
    (tmp_path / "models.py").write_text(app)
    done = ffc(*shlex.split(command), cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == output


@pytest.mark.parametrize(("command", "output"), list(consoles(DIFF)))
def test_diff(ffc: Ffc, tmp_path: Path, command: str, output: str) -> None:
    repository = Repository(tmp_path)
    repository.write(week=WEEK)
    ffc("compile", "week.py", cwd=tmp_path)
    repository.commit()
    edited = WEEK
    for old, new in EDITS if "--graph" in command else EDITS[2:]:
        assert old in edited
        edited = edited.replace(old, new)
    repository.write(week=edited)
    done = ffc(*shlex.split(command), cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == output
