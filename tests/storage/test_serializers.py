"""Serializers take over the objects of their classes."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections import Counter, OrderedDict, defaultdict, deque
from pathlib import Path
from typing import Any

import dask.array
import h5py
import numpy
import pytest
from ffc.runtime.storage.dask_arrays import DaskArraySerializer
from ffc.runtime.storage.files import FILE_PROTOCOL, S3_PROTOCOL
from ffc.runtime.storage.results import Unreadable
from ffc.runtime.storage.serializers import Serialized, generate_name
from ffc.runtime.storage.store import Store


class Picture:
    def __init__(self, text: str) -> None:
        self.text = text


class Pictures:
    """A user's own: a picture is a file."""

    name = "pictures"
    serializer_class = Picture

    @classmethod
    def pickle(cls, obj: Picture, protocols: Any) -> tuple[str, Any]:
        name = generate_name()
        if obj.text == "bad":
            raise RuntimeError("a bad picture")
        if FILE_PROTOCOL in protocols:
            with protocols[FILE_PROTOCOL].open(name, "w") as file:
                file.write(obj.text)
        else:
            place = protocols[S3_PROTOCOL]
            place["client"].pipe_file(f"{place['folder']}/{name}", obj.text.encode())
        return cls.name, name

    @classmethod
    def unpickle(cls, pid: Any, protocols: Any) -> Picture:
        if FILE_PROTOCOL in protocols:
            with protocols[FILE_PROTOCOL].open(pid, "r") as file:
                return Picture(file.read())
        place = protocols[S3_PROTOCOL]
        return Picture(place["client"].cat_file(f"{place['folder']}/{pid}").decode())

    @classmethod
    def remove(cls, pid: Any, protocols: Any) -> None:
        if FILE_PROTOCOL in protocols:
            protocols[FILE_PROTOCOL].remove(pid)
        else:
            place = protocols[S3_PROTOCOL]
            place["client"].rm_file(f"{place['folder']}/{pid}")


def files(store: Store) -> int:
    """How many files serializers have."""
    return len(store.place.files("flow", "bigdata"))


@pytest.fixture
def pictures(store):
    both = Serialized([Pictures, DaskArraySerializer])
    return Store(store.path, getattr(store.place, "options", None), both)


def test_a_users_own(pictures):
    value = {"p": Picture("one"), "more": [Picture("two")]}
    assert pictures.save("flow", [("node", value, {})]) == [None]
    read = pictures.read("flow", "node")
    assert (read["p"].text, read["more"][0].text) == ("one", "two")
    assert b"one" not in pictures.place.read("flow", "node")
    assert files(pictures) == 2
    assert list(pictures.index("flow")) == pictures.names("flow") == ["node"]


def test_what_they_keep_goes_with_the_result(pictures):
    pictures.save("flow", [("node", Picture("one"), {}), ("other", Picture("other"), {})])
    pictures.save("flow", [("node", [Picture("two")], {})])
    assert files(pictures) == 2
    assert pictures.read("flow", "node")[0].text == "two"
    pictures.remove("flow", "node")
    assert files(pictures) == 1
    assert pictures.read("flow", "other").text == "other"
    pictures.remove_workflow("flow")
    assert files(pictures) == 0


def test_what_they_keep_of_a_value_that_cannot_be_saved_is_removed(pictures):
    said = pictures.save("flow", [("node", [Picture("one"), Picture("bad")], {})])
    assert said == ["cannot be pickled: RuntimeError: a bad picture"]
    assert files(pictures) == 0


def test_what_they_keep_of_a_value_that_cannot_be_written_is_removed(tmp_path):
    store = Store(tmp_path, pickles=Serialized([Pictures]))
    (tmp_path / "flow" / "node").mkdir(parents=True)
    assert store.save("flow", [("node", Picture("one"), {})]) == [
        "cannot be written: Is a directory"
    ]
    assert files(store) == 0


def test_a_serializer_that_is_not_registered_is_named(pictures):
    pictures.save("flow", [("node", Picture("one"), {})])
    plain = Store(pictures.path, getattr(pictures.place, "options", None))
    with pytest.raises(Unreadable, match="the serializer 'pictures' is not registered"):
        plain.read("flow", "node")


def test_their_names_do_not_lead_away(tmp_path):
    file = Store(tmp_path).place.protocols("flow")[FILE_PROTOCOL]
    for name in ("../x", "/etc/x", "a/b", "..", ".", ""):
        with pytest.raises(ValueError, match="is no name of a file"):
            file.open(name, "wb")
        with pytest.raises(ValueError, match="is no name of a file"):
            file.remove(name)


def test_ids_are_found_without_running_code(tmp_path):
    store = Store(tmp_path, pickles=Serialized([Pictures]))
    gone = tmp_path / "ran"

    class Hostile:
        def __reduce__(self) -> Any:
            return Path.touch, (gone,)

    value = [
        *(Picture("a"), Hostile(), {1: Picture("b")}, numpy.ones(3), {Picture("c")}),
        *(ValueError("x"), Path("x"), range(3), Counter("abca"), numpy.float64(1)),
        *(OrderedDict(a=1), defaultdict(list, a=[1]), deque("ab"), bytearray(b"x"), 1j, Picture),
    ]
    assert store.save("flow", [("node", value, {})]) == [None]
    assert len(Serialized([]).ids((tmp_path / "flow" / "node").read_bytes())) == 3
    assert not gone.exists()


@pytest.mark.parametrize(
    "array",
    [
        dask.array.from_array(numpy.arange(1000), chunks=(100,)) * 2,
        dask.array.ones((7, 5), chunks=(3, 2), dtype="float32"),
        dask.array.from_array(numpy.array(5)),
        dask.array.zeros((0, 3)),
        dask.array.concatenate([dask.array.ones(3, chunks=2), dask.array.zeros(5, chunks=4)]),
    ],
    ids=["squares", "two_dimensions", "scalar", "empty", "uneven"],
)
def test_dask_arrays(pictures, array):
    assert pictures.save("flow", [("node", {"a": array}, {})]) == [None]
    read = pictures.read("flow", "node")["a"]
    assert isinstance(read, dask.array.Array)
    assert (read.shape, read.dtype) == (array.shape, array.dtype)
    assert (read.compute() == array.compute()).all()
    pictures.remove("flow", "node")
    with pytest.raises(Unreadable):
        pictures.read("flow", "node")
    assert files(pictures) == 0


def test_dask_arrays_travel_between_processes(pictures):
    pictures.save("flow", [("node", dask.array.arange(100, chunks=10), {})])
    read = pickle.loads(pickle.dumps(pictures.read("flow", "node")))
    assert int(read[5:7].sum().compute()) == 11


def test_dask_arrays_of_functionfuse(tmp_path):
    """As it writes and reads them."""
    store = Store(tmp_path, pickles=Serialized([DaskArraySerializer]))
    store.save("flow", [("node", dask.array.arange(100, chunks=10), {})])
    ((_, (version, name)),) = Serialized([]).ids((tmp_path / "flow" / "node").read_bytes())
    assert version == "0.0.0"
    with h5py.File(tmp_path / "flow" / "bigdata" / name, "a") as hdf:
        assert hdf["dask_arrays"][7] == 7
        hdf["dask_arrays"][7] = 70
    assert int(store.read("flow", "node")[7].compute()) == 70


def test_what_does_not_fit_is_removed(mounted):
    store = Store(mounted("1m"), pickles=Serialized([DaskArraySerializer, Pictures]))
    large = dask.array.zeros(1_000_000, chunks=100_000)
    results = [("small", dask.array.ones(9), {}), ("large", large, {}), ("one", Picture("1"), {})]
    said = store.save("flow", results)
    assert said[0] is said[2] is None
    assert said[1].startswith("cannot be pickled: ")
    assert files(store) == 2
    assert store.read("flow", "small").sum().compute() == 9
    assert store.save("flow", [("picture", Picture("x" * 2_000_000), {})]) == [
        "cannot be pickled: No space left on device"
    ]
    assert files(store) == 2


def test_an_array_that_fails_while_it_is_computed(pictures):
    def fail(block):
        raise RuntimeError("a bad block")

    bad = dask.array.ones(9, chunks=3).map_blocks(fail, dtype=float)
    assert pictures.save("flow", [("bad", bad, {}), ("good", dask.array.ones(9), {})]) == [
        "cannot be pickled: RuntimeError: a bad block",
        None,
    ]
    assert pictures.names("flow") == ["good"]
    protocols = pictures.place.protocols("flow")
    if FILE_PROTOCOL in protocols:
        assert files(pictures) == 1
    else:
        place = protocols[S3_PROTOCOL]
        keys = place["client"].find(f"{place['folder']}/dask_arrays")
        assert len({key.rpartition("dask_arrays/")[2].partition("/")[0] for key in keys}) == 3


def test_a_full_disk_does_not_take_the_process(mounted):
    """HDF5 may, which sees no end of what it writes to."""
    disk = mounted("300k")
    code = f"""
import dask.array
from ffc.runtime.storage.dask_arrays import DaskArraySerializer
from ffc.runtime.storage.serializers import Serialized
from ffc.runtime.storage.store import Store
store = Store({str(disk)!r}, pickles=Serialized([DaskArraySerializer]))
for size in (10, 100_000, 30_000, 100_000, 37_000, 100):
    array = dask.array.ones(size, chunks=(size + 9) // 10)
    print(*store.save("flow", [(f"node{{size}}", array, {{}})]))
print(store.names("flow"), store.read("flow", "node100").sum().compute())
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        "None",
        "cannot be pickled: No space left on device",
        "None",
        *["cannot be pickled: No space left on device"] * 2,
        "None",
        "['node10', 'node100', 'node30000'] 100.0",
    ]
