"""Storages that cannot be reached or written: in plain words, soon, and nothing is lost."""

from __future__ import annotations

import contextlib
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from .case import Case
from .runner import Ran
from .test_resume import SUMS

PARTS = """
@task
def make(n):
    return ran(f"make{n}", "x" * 200_000)

@task
def length(*parts):
    return ran("length", len("".join(parts)))

parts = [make(n).set_name(f"make{n}") for n in range(12)]
flow = RayWorkflow(length(*parts).set_name("length"), workflow_name="parts")
flow.set_storage(storage)
print(flow.run())
"""


def check_plain(done: Ran) -> None:
    """A line or two, and no traceback."""
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) <= 2, done.stderr


def other_storage(config: str) -> str:
    made = f"flow.set_storage(storage_factory({config}))"
    return SUMS.replace("flow.set_storage(storage)", made)


def test_a_full_disk(case: Case, mounted: Callable[[str], Path]) -> None:
    """What did not fit is named; with more room, only that runs."""
    case.storage = mounted("1m")
    case.app(PARTS)
    full = case.run(ends=1)
    assert len(case.ran()) == 13
    check_plain(full)
    fit = {path.name for path in (case.storage / "parts").iterdir() if path.name[0] != "."}
    # Two that are written at once may leave no room for each other.
    assert 1 <= len(fit) <= 6, fit
    assert "parts: not saved: make" in full.stderr
    more = 13 - len(fit) - 5
    assert f"and {more} more: cannot be written: No space left on device" in full.stderr
    assert "start again" in full.stderr
    subprocess.run(["mount", "-o", "remount,size=9m", str(case.storage)], check=True)
    assert case.run().stdout == "2400000\n"
    assert case.ran() == sorted({"length", *(f"make{n}" for n in range(12))} - fit)


def test_a_disk_that_is_full_before(case: Case, mounted: Callable[[str], Path]) -> None:
    """Nothing runs that could not be saved."""
    case.storage = mounted("1m")
    case.app(SUMS)
    with contextlib.suppress(OSError), open(case.storage / "large", "wb", buffering=0) as large:
        while large.write(bytes(4096)):
            pass
    full = case.run(ends=1)
    assert case.ran() == []
    check_plain(full)
    assert "No space left on device" in full.stderr


def test_a_disk_that_is_read_only(case: Case, mounted: Callable[[str], Path]) -> None:
    """It serves what is there; what must run does not, as it could not be saved."""
    case.storage = mounted("1m")
    case.app(SUMS)
    first = case.run()
    case.ran()
    subprocess.run(["mount", "-o", "remount,ro", str(case.storage)], check=True)
    assert case.run() == first
    refused = case.run("--resume=never", ends=1)
    check_plain(refused)
    assert f"the storage {case.storage} cannot be used: Read-only file system" in refused.stderr
    assert case.ran() == []


def test_a_file_where_the_storage_should_be(case: Case) -> None:
    case.app(SUMS)
    case.storage.write_text("a text")
    refused = case.run(ends=1)
    check_plain(refused)
    assert f"sums: the storage {case.storage} cannot be used: Not a directory" in refused.stderr
    assert (case.ran(), case.storage.read_text()) == ([], "a text")


def test_a_missing_folder_is_made(case: Case) -> None:
    case.app(other_storage('{"kind": "file", "options": {"path": FOLDER + "/a/b c/d"}}'))
    assert case.run().stdout == "3\n"
    assert case.ran() == ["one", "two"]
    assert case.run().stdout == "3\n"
    assert case.ran() == []
    assert (case.folder / "a" / "b c" / "d" / "sums" / "two").exists()


def test_a_node_that_is_not_there(case: Case) -> None:
    remote = '"remoteArgs": {"num_cpus": 1, "resources": {"tape": 1}}'
    case.app(other_storage(f'{{"kind": "ray", "options": {{"path": FOLDER, {remote}}}}}'))
    before = time.monotonic()
    refused = case.run_alone(ends=1)
    assert time.monotonic() - before < 40, "and not never"
    assert "Traceback" not in refused.stderr
    assert "'tape': 1" in refused.stderr
    assert "custom_resource 8" in refused.stderr
    assert case.ran() == []
