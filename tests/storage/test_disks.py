"""Disks that are full, read-only or not there: the reason is said, and nothing is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from ffc.runtime.storage.results import Unreadable
from ffc.runtime.storage.store import Store

BIG = "x" * 300_000


def temporaries(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob(".tmp-*")]


def test_a_full_disk(mounted):
    disk = mounted("1m")
    store = Store(disk)
    assert store.save("flow", [("old", BIG, {}), ("small", 1, {})]) == [None, None]
    said = store.save("flow", [(f"node{n}", BIG, {}) for n in range(6)])
    assert set(said) == {None, "cannot be written: No space left on device"}
    for n, reason in enumerate(said):
        if reason is None:
            assert store.read("flow", f"node{n}") == BIG
        else:
            with pytest.raises(Unreadable, match=r"^missing$"):
                store.read("flow", f"node{n}")
    assert temporaries(disk) == []
    assert store.read("flow", "old") == BIG


def test_what_is_stored_stays_if_its_successor_does_not_fit(mounted):
    store = Store(mounted("1m"))
    store.save("flow", [("node", "old", {"v": 1})])
    assert store.save("flow", [("node", BIG * 4, {"v": 2})]) == [
        "cannot be written: No space left on device"
    ]
    assert store.read("flow", "node") == "old"
    assert store.index("flow") == {"node": {"v": 1, "node": "node"}}


def test_a_limit_of_the_size_of_files(tmp_path):
    code = f"""
import resource, signal, sys
from ffc.runtime.storage.store import Store
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
store = Store({str(tmp_path)!r})
print(store.save("flow", [("a", 1, {{}}), ("big", "x" * 300_000, {{}}), ("b", 2, {{}})]))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[None, 'cannot be written: File too large', None]\n"
    assert Store(tmp_path).names("flow") == ["a", "b"]
    assert temporaries(tmp_path) == []


def test_a_disk_that_is_read_only(mounted):
    disk = mounted("1m")
    store = Store(disk)
    store.save("flow", [("node", 1, {})])
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    reason = "cannot be written: Read-only file system"
    assert store.save("flow", [("node", 2, {}), ("other", 2, {})]) == [reason, reason]
    assert store.save("new", [("node", 2, {})]) == [reason]
    assert store.read("flow", "node") == 1
    with pytest.raises(OSError, match="Read-only"):
        store.remove("flow", "node")
    with pytest.raises(OSError, match="Read-only"):
        store.remove_workflow("flow")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_not_ours(tmp_path):
    tmp_path.chmod(0o500)
    said = Store(tmp_path).save("flow", [("node", 1, {})])
    assert said == ["cannot be written: Permission denied"]


@pytest.mark.parametrize("below", ["", "below", "below/below"])
def test_a_file_where_the_storage_should_be(tmp_path, below):
    (tmp_path / "file").write_text("a text")
    store = Store(tmp_path / "file" / below)
    reasons = {"cannot be written: Not a directory", "cannot be written: File exists"}
    assert reasons.issuperset(store.save("flow", [("node", 1, {})]))
    assert (tmp_path / "file").read_text() == "a text"


def test_a_file_where_the_folder_of_the_workflow_should_be(tmp_path):
    (tmp_path / "flow").write_text("a text")
    store = Store(tmp_path)
    assert store.save("flow", [("node", 1, {})]) == ["cannot be written: File exists"]
    assert store.index("flow") == {}
    assert (tmp_path / "flow").read_text() == "a text"


def test_a_folder_where_a_result_should_be(tmp_path):
    (tmp_path / "flow" / "node" / "inside").mkdir(parents=True)
    store = Store(tmp_path)
    assert store.save("flow", [("node", 1, {}), ("other", 2, {})]) == [
        "cannot be written: Is a directory",
        None,
    ]
    assert (tmp_path / "flow" / "node" / "inside").is_dir()
    assert temporaries(tmp_path) == []


def test_a_pipe_where_a_result_should_be_is_not_waited_for(tmp_path):
    (tmp_path / "flow").mkdir()
    os.mkfifo(tmp_path / "flow" / "node")
    store = Store(tmp_path)
    assert store.index("flow") == {}
    with pytest.raises(Unreadable, match=r"^missing$"):
        store.read("flow", "node")


def test_a_result_that_may_not_be_read(tmp_path, monkeypatch):
    store = Store(tmp_path)
    store.save("flow", [("node", 1, {})])
    (tmp_path / "flow" / "node").chmod(0)
    if os.geteuid() == 0:  # for whom it may
        return
    assert store.index("flow") == {"node": "cannot be read: Permission denied"}
    assert store.save("flow", [("node", 2, {})]) == [None]


def test_missing_folders_are_made(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert Store("deep/in/storage").save("flow", [("node", 1, {})]) == [None]
    assert Store(tmp_path / "deep" / "in" / "storage").read("flow", "node") == 1


def test_reading_makes_nothing(tmp_path):
    store = Store(tmp_path / "storage")
    assert store.index("flow") == {}
    assert store.workflows() == store.names("flow") == []
    assert not (tmp_path / "storage").exists()
