"""Files are replaced whole; what is no file is written to, and stays what it is."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from threading import Thread

from ffc.cli.write import write_if_changed


def test_a_file_is_replaced_only_if_it_changed(tmp_path: Path) -> None:
    path = tmp_path / "driver.py"
    assert write_if_changed(path, "a") == "created"
    assert write_if_changed(path, "a") == "unchanged"
    assert write_if_changed(path, "b") == "changed"
    assert path.read_text() == "b"


def test_a_pipe_stays_a_pipe(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    read: list[str] = []
    reader = Thread(target=lambda: read.append(path.read_text()))
    reader.start()
    assert write_if_changed(path, "the driver") == "written"
    reader.join(10)
    assert read == ["the driver"]
    assert stat.S_ISFIFO(path.stat().st_mode)
