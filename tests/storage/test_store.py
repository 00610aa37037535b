"""What is saved is there, in storages of every kind."""

from __future__ import annotations

import hashlib
import pickle
import sys
import threading
from pathlib import Path

import pytest
from ffc.runtime.storage.file_names import alike, escaped
from ffc.runtime.storage.results import Unreadable
from ffc.runtime.storage.store import Store

NAMES = [
    *("node1", "a/b", "..", "../../x", "", "x" * 5000, "Node", "node", "u\u0308", "\xfc", "~x"),
    *("NUL", "a\0b", "line\nend", "🎉", "\ud800", "CON", "bigdata", ".kept", ".wanted", ".tmp-1"),
    *("[1]", "a[b]*", "node?", ".name", "a%2Fb", "a#b", "a b", "節点"),
]


def plainly(value: object) -> bytes:
    """A result as functionfuse writes it."""
    body = pickle.dumps(value)
    return body + hashlib.sha1(body).digest()


def test_nothing_is_stored_at_first(store):
    assert store.workflows() == []
    assert store.index("flow") == {}
    assert store.names("flow") == []
    with pytest.raises(Unreadable, match=r"^missing$"):
        store.read("flow", "node1")
    with pytest.raises(FileNotFoundError, match="workflow 'flow' has no result 'node1'"):
        store.remove("flow", "node1")
    store.remove_workflow("flow")


def test_any_names(store):
    assert store.save("flow", [(name, [name], {"n": n}) for n, name in enumerate(NAMES)]) == [
        None
    ] * len(NAMES)
    assert [store.read("flow", name) for name in NAMES] == [[name] for name in NAMES]
    assert store.index("flow") == {name: {"n": n, "node": name} for n, name in enumerate(NAMES)}
    assert store.names("flow") == sorted(NAMES)
    for name in NAMES:
        store.remove("flow", name)
        with pytest.raises(Unreadable, match=r"^missing$"):
            store.read("flow", name)
    assert store.index("flow") == {}


def test_any_workflows(store):
    for name in NAMES:
        assert store.save(name, [("node", name, {})]) == [None]
    assert store.workflows() == sorted(NAMES)
    assert [store.read(name, "node") for name in NAMES] == NAMES
    assert [list(store.index(name)) for name in NAMES] == [["node"]] * len(NAMES)
    store.remove_workflow("..")
    store.remove_workflow("Node")
    store.remove_workflow("[1]")
    assert store.workflows() == sorted({*NAMES} - {"..", "Node", "[1]"})
    assert store.read("node", "node") == "node"


def test_nothing_leaves_the_folder(tmp_path):
    store = Store(tmp_path / "in" / "storage")
    for workflow in NAMES:
        store.save(workflow, [(name, 1, {}) for name in NAMES])
    everything = {path.parent.parent for path in tmp_path.rglob("*") if path.is_file()}
    assert everything == {tmp_path / "in" / "storage"}


def test_a_result_is_replaced(store):
    for value in range(3):
        assert store.save("flow", [("node", value, {"v": value})]) == [None]
        assert store.read("flow", "node") == value
        assert store.index("flow") == {"node": {"v": value, "node": "node"}}
    assert store.place.files(store.workflows()[0], ".kept") == {}


def test_names_by_pattern(store):
    store.save("flow", [(name, 1, {}) for name in ("a1", "a2", "b1", "a/1", "[a]")])
    assert store.names("flow", "a?") == ["a1", "a2"]
    assert store.names("flow", "a*") == ["a/1", "a1", "a2"]
    assert store.names("flow", "[[]*") == ["[a]"]


def test_what_is_not_ours_is_moved_aside(store):
    store.save("flow", [("node", 0, {})])
    strange = [b"", b"some text", plainly("theirs"), b"\x80\x05 cut", plainly("again")]
    for data in strange:
        store.place.write("flow", "node", [data])
        assert store.save("flow", [("node", "ours", {})]) == [None]
        assert store.read("flow", "node") == "ours"
    kept = store.place.files("flow", ".kept")
    assert all(name.startswith("node.") for name in kept)
    data = [store.place.read("flow", f".kept/{name}") for name in kept]
    assert sorted(data) == sorted(strange)
    assert list(store.index("flow")) == ["node"]


def test_a_corrupt_result_of_ours_is_moved_aside(store):
    store.save("flow", [("node", "first" * 100, {})])
    data = store.place.read("flow", "node").replace(b"first", b"fIrst")
    store.place.write("flow", "node", [data])
    assert store.save("flow", [("node", "second", {})]) == [None]
    assert store.read("flow", "node") == "second"
    (kept,) = store.place.files("flow", ".kept")
    assert store.place.read("flow", f".kept/{kept}") == data


def test_a_result_of_functionfuse_is_read_wherever_it_wrote_it(store):
    for name in ("node1", "a:b", "x" * 220, "~x", "end.", ".hidden", "u\u0308"):
        store.place.make("flow.")
        store.place.write("flow.", name, [plainly(name)])
        assert store.read("flow.", name) == name
        assert store.index("flow.", [name])[name] is None
        assert store.save("flow.", [(name, "ours", {})]) == [None]
        assert store.read("flow.", name) == "ours"
    assert store.workflows() == ["flow."]


def test_a_file_under_the_name_of_another_is_not_its_result(store):
    store.save("flow", [("a", 1, {}), ("x/y", 2, {})])
    store.place.write("flow", "b", [store.place.read("flow", "a")])
    store.place.write("flow", escaped("p/q"), [store.place.read("flow", escaped("x/y"))])
    index = store.index("flow", ["p/q"])
    assert index["b"] == "foreign: it is the result of 'a'"
    assert index["p/q"] == "foreign: it is the result of 'x/y'"
    with pytest.raises(Unreadable, match=r"^foreign: it is the result of 'a'$"):
        store.read("flow", "b")
    with pytest.raises(Unreadable, match=r"^foreign: it is the result of 'x/y'$"):
        store.read("flow", "p/q")
    store.remove("flow", "b")
    store.remove("flow", "p/q")
    assert store.names("flow") == ["a", "x/y"]


def test_corrupt_results_go_by_the_names_that_are_asked_for(store):
    store.save("flow", [("a/b", 1, {})])
    file = escaped("a/b")
    store.place.write("flow", file, [b"\x80 cut short"])
    assert store.index("flow") == {file: "cut short"}
    assert store.index("flow", ["a/b"]) == {"a/b": "cut short"}
    assert store.names("flow") == [file]
    store.remove("flow", file)
    assert store.index("flow") == {}


def test_names_that_are_alike(store):
    names = ["Node", "node", "other"]
    assert alike(names) == {"Node", "node"}
    for name in names:
        assert store.save("flow", [(name, name, {})], apart=alike(names)) == [None]
    assert sorted(store.place.files("flow")) == sorted([escaped("Node"), escaped("node"), "other"])
    assert [store.read("flow", name) for name in names] == names


def test_a_value_that_cannot_be_pickled_is_named_and_others_are_saved(store):
    results = [("one", 1, {}), ("lock", threading.Lock(), {}), ("two", 2, {})]
    said = store.save("flow", results)
    assert said == [None, "cannot be pickled: TypeError: cannot pickle '_thread.lock' object", None]
    assert store.names("flow") == ["one", "two"]


def test_a_record_that_is_no_json_is_named(store):
    (said,) = store.save("flow", [("node", 1, {"bad": object()})])
    assert said.startswith("cannot be pickled: TypeError: Object of type object")


def test_what_pickle_refuses_cloudpickle_takes(store):
    pytest.importorskip("ray")
    assert store.save("flow", [("node", lambda: 42, {})]) == [None]
    assert store.read("flow", "node")() == 42


def test_a_class_that_is_gone(store):
    class Gone:
        pass

    Gone.__qualname__ = "Gone"
    sys.modules["__main__"].Gone = Gone
    Gone.__module__ = "__main__"
    store.save("flow", [("node", Gone(), {})])
    del sys.modules["__main__"].Gone
    with pytest.raises(Unreadable, match=r"^cannot be unpickled: AttributeError: .*Gone"):
        store.read("flow", "node")
    assert isinstance(store.read("flow", "node", {"Gone": Gone}), Gone)
    del sys.modules["__main__"].Gone
    assert store.save("flow", [("again", Gone(), {})], {"Gone": Gone}) == [None]
    assert b"Gone" in store.place.read("flow", "again")
    assert len(store.place.read("flow", "again")) < 200, "it is a reference"
    del sys.modules["__main__"].Gone


def test_a_storage_travels(store):
    store.save("flow", [("node", 1, {})])
    assert pickle.loads(pickle.dumps(store)).read("flow", "node") == 1


def test_what_a_run_wants(store):
    store.want("flow", {"node1": "ab"})
    assert store.index("flow") == {}
    assert store.place.read("flow", ".wanted") == b'{"node1": "ab"}'


def test_many_results(store):
    results = [(f"node{n}", n, {}) for n in range(300)]
    assert store.save("flow", results) == [None] * 300
    assert set(store.index("flow")) == {name for name, _, _ in results}
    assert [store.read("flow", f"node{n}") for n in (0, 17, 299)] == [0, 17, 299]


def test_leftovers_are_no_results(tmp_path):
    store = Store(tmp_path)
    store.save("flow", [("node", 1, {})])
    Path(tmp_path, "flow", ".tmp-1").write_bytes(b"half")
    Path(tmp_path, "flow", "folder").mkdir()
    Path(tmp_path, ".git").mkdir()
    Path(tmp_path, "file").write_text("")
    assert list(store.index("flow")) == store.names("flow") == ["node"]
    assert store.workflows() == ["flow"]


def test_several_storages_have_nothing_to_do_with_each_other(tmp_path):
    one, other = Store(tmp_path / "one"), Store(tmp_path / "other")
    one.save("flow", [("node", 1, {})])
    other.save("flow", [("node", 2, {})])
    assert (one.read("flow", "node"), other.read("flow", "node")) == (1, 2)
