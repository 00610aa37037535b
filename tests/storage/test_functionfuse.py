"""Its files are readable by us, and ours by it."""

from __future__ import annotations

import hashlib
import os
import pickle

from ffc.runtime.storage.store import Store


def write(path: str, value: object) -> None:
    """As functionfuse saves a result."""
    body = pickle.dumps(value)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(body + hashlib.sha1(body).digest())


def read(path: str) -> object:
    """As functionfuse reads a result."""
    with open(path, "rb") as file:
        data = file.read()
    assert hashlib.sha1(data[:-20]).digest() == data[-20:]
    return pickle.loads(data[:-20])


VALUES = [None, 0, "", "text", b"", [], {"a": [1, 2.5, (3,)]}, b"." * 100, "x" * 100_000, {1, 2}]
NAMES = ["node1", "sum_0000", "Model.fit_0001", "a b", "größe", "[1]"]


def test_it_reads_what_we_write(tmp_path):
    store = Store(tmp_path)
    for value in VALUES:
        for name in NAMES:
            assert store.save("sums", [(name, value, {"fingerprint": "ab"})]) == [None]
            assert read(f"{tmp_path}/sums/{name}") == value
    assert sorted(os.listdir(tmp_path / "sums")) == sorted(NAMES)


def test_we_read_what_it_writes(tmp_path):
    store = Store(tmp_path)
    for value in VALUES:
        for name in NAMES:
            write(f"{tmp_path}/sums/{name}", value)
            assert store.read("sums", name) == value
    assert store.index("sums") == dict.fromkeys(sorted(NAMES))
    assert store.names("sums", "s*") == ["sum_0000"]
    assert store.workflows() == ["sums"]
    store.remove("sums", "node1")
    assert not (tmp_path / "sums" / "node1").exists()


def test_both_write_to_one_storage(tmp_path):
    store = Store(tmp_path)
    write(f"{tmp_path}/sums/node", "theirs")
    store.save("sums", [("node", "ours", {})])
    assert read(f"{tmp_path}/sums/node") == "ours"
    (kept,) = (tmp_path / "sums" / ".kept").glob("node.*")
    assert read(str(kept)) == "theirs"
    write(f"{tmp_path}/sums/node", "theirs again")
    assert store.read("sums", "node") == "theirs again"
    assert store.index("sums") == {"node": None}
