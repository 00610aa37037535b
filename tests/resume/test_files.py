"""Files that are damaged, or not ours: said by name, run again, and kept."""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable

import pytest

from .case import Case
from .test_resume import SUMS


def sealed(value: object) -> bytes:
    """As functionfuse saves a value."""
    data = pickle.dumps(value)
    return data + hashlib.sha1(data).digest()


# What stands at the place of `two`, made of the files of `two` and `one`; what is said of it.
FILES: dict[str, tuple[Callable[[bytes, bytes], bytes], str]] = {
    "cut short": (lambda two, one: two[:-1], "cut short"),
    "cut in its record": (lambda two, one: two[:-50], "cut short"),
    "empty": (lambda two, one: b"", "empty"),
    "one bit": (lambda two, one: two[:3] + bytes([two[3] ^ 1]) + two[4:], "corrupt: its checksum"),
    "a text": (lambda two, one: b"notes on two\n", "foreign: "),
    "of another node": (lambda two, one: one, "foreign: it is the result of 'one'"),
}


@pytest.mark.parametrize("damage", FILES)
def test_a_damaged_file(case: Case, damage: str) -> None:
    make, reason = FILES[damage]
    case.app(SUMS)
    first = case.run()
    case.ran()
    one, two = case.storage / "sums" / "one", case.storage / "sums" / "two"
    good, bad = two.read_bytes(), make(two.read_bytes(), one.read_bytes())
    two.write_bytes(bad)
    again = case.run()
    assert again.stdout == first.stdout
    assert f"sums: two runs again: its file: {reason}" in again.stderr
    assert case.ran() == ["two"]
    assert [file.read_bytes() for file in (two.parent / ".kept").iterdir()] == [bad]
    assert two.read_bytes() == good
    assert case.run() == first


def test_a_damaged_file_inside(case: Case) -> None:
    """What must be read for others, and cannot be, runs with what it needs."""
    case.app(SUMS)
    case.run()
    case.ran()
    one, two = case.storage / "sums" / "one", case.storage / "sums" / "two"
    two.unlink()
    data = one.read_bytes()
    one.write_bytes(data[:3] + bytes([data[3] ^ 1]) + data[4:])
    again = case.run()
    assert (again.stdout, case.ran()) == ("3\n", ["one", "two"])
    assert "sums: one runs again: its file" in again.stderr


def test_files_of_functionfuse(case: Case) -> None:
    case.app(SUMS)
    folder = case.storage / "sums"
    folder.mkdir(parents=True)
    (folder / "one").write_bytes(sealed(40))
    assert case.run("--resume=name").stdout == "41\n"
    assert case.ran() == ["two"]
    assert not (folder / ".kept").exists()
    anew = case.run()
    assert (anew.stdout, case.ran()) == ("3\n", ["one", "two"]), "two was of their one"
    assert "sums: one runs again: it has no record (--resume=name takes it)" in anew.stderr
    assert [file.read_bytes() for file in (folder / ".kept").glob("one.*")] == [sealed(40)]
    data = (folder / "one").read_bytes()  # and functionfuse reads ours
    assert hashlib.sha1(data[:-20]).digest() == data[-20:]
    assert pickle.loads(data[:-20]) == 2


def test_names_that_are_no_files(case: Case) -> None:
    case.app("""
@task
def same(name):
    return ran(len(name), name)

names = ["a/b", "..", "../../out", "Node", "node", "é", "e\\u0301", "CON", ".hid", "~", "x" * 400]
nodes = [same(name).set_name(name) for name in names]
flow = RayWorkflow(*nodes, workflow_name="../odd/name")
flow.set_storage(storage)
print(flow.run() == names)
""")
    assert case.run().stdout == "True\n"
    assert len(case.ran()) == 11
    assert case.run().stdout == "True\n"
    assert case.ran() == []
    assert {path.name for path in case.folder.iterdir()} == {"app_driver.py", "storage"}
    assert len([*case.storage.iterdir()]) == 1
