"""Small edits of realistic apps, and what each of them changes in the driver.

A folder is an app, `app.py` with its modules. Each `*.patch` in it is an edit: a title, perhaps a
remark, and the patch as `git apply` takes it. One whose name begins with `layout_` means nothing to
the driver: lines end elsewhere, other quotes, comments on what is not in the driver. Comments of tasks
and on nodes are copied, so they count like code. Lines are those that `git diff` adds and removes.

An edit that costs more than it may says so in its remark, with the reason.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median
from typing import Final

from ffc.compile import compile_source
from ffc.diagnostics import Sink
from ffc.emit import Target
from ffc.frontend import modules_of, read

HERE: Final = Path(__file__).parent
PATCHES: Final = sorted(HERE.glob("*/*.patch"))
RUNTIME: Final = "\n# What follows is ffc's runtime"
MOST: Final = 4  # driver lines for each source line
MIDDLE: Final = 1.5
_EXCUSE: Final = "\nAbove the limit: "


@dataclass(frozen=True)
class Edit:
    """Lines that changed: in the source, in the driver's part for reviewers, in the runtime below."""

    name: str
    title: str
    excused: bool  # it says why it costs more than it may
    source: int
    reviewed: int
    runtime: int

    @property
    def cost(self) -> float:
        """Lines of the driver to review for each line of the source."""
        return self.reviewed / self.source

    @property
    def is_layout(self) -> bool:
        return "/layout_" in self.name


def measured(patch: Path) -> Edit:
    """What the edit of a patch changes; raises ValueError where a side does not compile."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for side in ("before", "after"):
            ignored = shutil.ignore_patterns("*.patch", "__pycache__", "*_driver.py")
            shutil.copytree(patch.parent, folder / "source" / side, ignore=ignored)
        _git(folder / "source" / "after", "apply", str(patch))
        drivers = {"before": _before(patch.parent), "after": _driver(folder / "source" / "after")}
        for side, driver in drivers.items():
            reviewed, _, runtime = driver.partition(RUNTIME)
            for part, text in (("reviewed", reviewed), ("runtime", runtime)):
                (folder / part / side).mkdir(parents=True)
                (folder / part / side / "driver.py").write_text(text, encoding="utf-8")
        changed = [_changed(folder / part) for part in ("source", "reviewed", "runtime")]
    head, _, _ = patch.read_text(encoding="utf-8").partition("\n--- ")
    name, title = f"{patch.parent.name}/{patch.stem}", head.partition("\n")[0]
    return Edit(name, title, _EXCUSE in head, *changed)


def median_cost(edits: Iterable[Edit]) -> float:
    """The middle cost of edits that mean something."""
    return median(edit.cost for edit in edits if not edit.is_layout)


@cache
def _before(folder: Path) -> str:
    return _driver(folder)


def _driver(folder: Path) -> str:
    sink = Sink()
    source = read("app.py", folder / "app.py", b"", sink)
    target = Target("app.py", "ffc compile app.py")
    compiled = source and compile_source(source, target, sink, modules_of(source))
    if compiled is None:
        raise ValueError([found.message for found in sink.diagnostics])
    return compiled.driver


def _changed(folder: Path) -> int:
    """The lines in which `before` and `after` in a folder differ."""
    counts = _git(folder, "diff", "--no-index", "--numstat", "before", "after")
    return sum(int(count) for line in counts.splitlines() for count in line.split("\t")[:2])


def _git(folder: Path, *arguments: str) -> str:
    """Runs git outside of any repository, with no configuration; gives what it prints."""
    environment = {
        **os.environ,
        "GIT_CEILING_DIRECTORIES": str(folder.parent),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=environment, capture_output=True, text=True
    )
    if done.returncode != 0 and (arguments[0] != "diff" or done.stderr):
        raise ValueError(done.stderr)
    return done.stdout
