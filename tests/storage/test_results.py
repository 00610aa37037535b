"""The bytes of a result: read whole, or not at all."""

from __future__ import annotations

import hashlib
import pickle
from pathlib import Path

import pytest
from ffc.runtime.storage.results import MAGIC, Unreadable, damage, record_in, sealed
from ffc.runtime.storage.store import Store

VALUE = {"weights": [1.5, 2.5], "name": "ü"}
RECORD = {"fingerprint": "ab12", "node": "node1"}


def look(data: bytes) -> object:
    return record_in(len(data), lambda start, stop: data[start:stop])


def whole(record: dict[str, object] = RECORD) -> bytes:
    return b"".join(sealed(pickle.dumps(VALUE), record))


def stored(tmp_path: Path, data: bytes) -> Store:
    (tmp_path / "flow").mkdir(exist_ok=True)
    (tmp_path / "flow" / "node1").write_bytes(data)
    return Store(tmp_path)


def test_the_record_is_at_the_end():
    assert look(whole()) == RECORD
    long = {**RECORD, "arguments": "é" * 100_000, "odd": "\ud800"}
    assert look(whole(long)) == long


def test_unpickling_does_not_see_the_record():
    assert pickle.loads(whole()) == VALUE


def test_cut_short_at_every_length(tmp_path):
    data = whole()
    for length in range(len(data)):
        store = stored(tmp_path, data[:length])
        with pytest.raises(Unreadable):
            store.read("flow", "node1")
        index = store.index("flow")
        assert list(index) == ["node1"]
        assert not isinstance(index["node1"], dict), length
    assert stored(tmp_path, data).read("flow", "node1") == VALUE


def test_every_single_corrupt_byte(tmp_path):
    data = whole()
    for place in range(len(data)):
        for other in (data[place] ^ 1, data[place] ^ 0x80, ord(".")):
            if other == data[place]:
                continue
            changed = data[:place] + bytes([other]) + data[place + 1 :]
            with pytest.raises(Unreadable):
                stored(tmp_path, changed).read("flow", "node1")
            stored(tmp_path, changed).index("flow")  # says something, whatever it is


def test_bytes_behind_the_end(tmp_path):
    for more in (b"\0", b"x" * 100, whole()):
        with pytest.raises(Unreadable):
            stored(tmp_path, whole() + more).read("flow", "node1")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"hello, this is a text and no result", "foreign: it does not begin as a pickle does"),
        (b"\x80", "cut short"),
        (whole()[:-30], "cut short"),
        (b"\x80\x05" + b"x" * 40, "cut short"),
        (MAGIC + b"0" * 20, "corrupt: its record cannot be read"),
        (b"\xff" * 4 + MAGIC + b"0" * 20, "corrupt: its record cannot be read"),
        (b"[1]\0\0\0\x03" + MAGIC + b"0" * 20, "corrupt: its record says no node"),
        (b"[" * 90_000 + b"\0\1\x5f\x90" + MAGIC + b"0" * 20, "corrupt: its record cannot be read"),
        (whole({**RECORD, "node": "node2"}), "foreign: it is the result of 'node2'"),
        (whole()[:-1] + b"x", "corrupt: its checksum is another"),
        (whole().replace(b"weights", b"wEights"), "corrupt: its checksum is another"),
    ],
)
def test_what_is_wrong(tmp_path, data, reason):
    store = stored(tmp_path, data)
    with pytest.raises(Unreadable) as raised:
        store.read("flow", "node1")
    assert str(raised.value) == reason
    if not reason.endswith("another"):
        assert store.index("flow") == {"node1": reason}


def test_a_result_of_functionfuse_has_no_record(tmp_path):
    body = pickle.dumps(VALUE)
    store = stored(tmp_path, body + hashlib.sha1(body).digest())
    assert store.index("flow") == {"node1": None}
    assert store.read("flow", "node1") == VALUE


def test_large_results_are_checked_in_parts():
    body = pickle.dumps(bytes(10_000_000))
    data = b"".join(sealed(body, RECORD))
    sizes: list[int] = []

    def read(start: int, stop: int) -> bytes:
        sizes.append(stop - start)
        return data[start:stop]

    assert damage(len(data), read) is None
    assert max(sizes) < 5_000_000
    data = data[:6_000_000] + b"\1" + data[6_000_001:]
    assert damage(len(data), read) == "corrupt: its checksum is another"
