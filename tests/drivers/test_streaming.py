"""Notes stream: a source may give more than the cluster can hold.

`make stream` has the full size, 2 GB of notes; the ordinary suite has a fifth of it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from ffc.compile import compile_source
from ffc.diagnostics import Sink
from ffc.emit import Target
from ffc.source import SourceFile

from .small_cluster import STORE

ROOT = Path(__file__).parent.parent.parent
MEGABYTES = int(os.environ.get("FFC_STREAM", "400"))

APP = """
import ffc as gb


@gb.remote
class Blocks(gb.GeneratorSourceStep):
    def __init__(self, count):
        super().__init__()
        self.count = count

    def load(self):
        for n in range(self.count):
            yield {"out": [{"n": n, "data": bytes([n % 256]) * 1_000_000}]}


@gb.remote
class Mark(gb.Step):
    def on_data(self, note):
        note["mark"] = note["data"][0] + note["data"][-1]


@gb.remote
class Turn(gb.Step):
    def on_data(self, note):
        note["data"] = bytes([note["mark"] % 256]) * len(note["data"])


@gb.remote
class Check(gb.Step):
    def on_start(self):
        self.size = 0

    def on_data(self, note):
        self.size += len(note["data"])
        note["data"], note["size"] = note["data"][0], self.size


marked = Mark.remote().bind("out", Blocks.remote(count=1))
notes = gb.run(Check.remote().bind("out", Turn.remote().bind("out", marked)))["out"]
assert [note["n"] for note in notes] == list(range(len(notes)))
assert all(note["data"] == 2 * note["n"] % 256 for note in notes)
print(notes[-1]["size"])
"""


def test_nothing_is_spilled(tmp_path: Path) -> None:
    sink = Sink()
    compiled = compile_source(SourceFile("app.py", None, APP), Target("app.py", "ffc"), sink)
    assert compiled is not None, sink.diagnostics
    driver = tmp_path / "app_driver.py"
    driver.write_text(compiled.driver, encoding="utf-8")
    command = [sys.executable, "-m", "tests.drivers.small_cluster", str(driver)]
    command += ["--set", f"Blocks.count={MEGABYTES}"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300)
    assert ran.returncode == 0, ran.stderr[-3000:]
    size, found = map(json.loads, ran.stdout.splitlines()[-2:])
    print(found)  # with `pytest -s`
    assert size == MEGABYTES * 1_000_000 > STORE
    assert found["spilled"] == 0 < found["spilled_by_others"], found
    assert 0 < found["peak"] < STORE / 2, found
