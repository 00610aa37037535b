"""Storage in the local run: the files are those of drivers and of functionfuse."""

from __future__ import annotations

import hashlib
import pickle
import subprocess
import sys
import threading

import pytest
from ffc.runtime.storage.store import Store

import ffc
from ffc.authoring.lend import lend

BOTH = pytest.mark.parametrize("kind", [ffc.LocalWorkflow, ffc.RayWorkflow])


@ffc.workflow
def add(a, b):
    return a + b


@ffc.workflow
class Total:
    def __init__(self, start):
        self.total = start

    def add(self, value):
        self.total += value
        return self.total


@pytest.fixture
def storage(tmp_path):
    return ffc.storage_factory({"kind": "file", "options": {"path": str(tmp_path / "storage")}})


@BOTH
def test_the_results_of_functions_are_stored(kind, storage, tmp_path):
    one = add(1, 1).set_name("one")
    total = Total(one).set_name("total")
    said = total.add(add(one, 1).set_name("two")).set_name("said")
    flow = kind(add(said, 0).set_name("a/b"), workflow_name="sums")
    flow.set_storage(storage)
    assert flow.run() == 5
    assert storage.list_tasks("sums", "*") == ["a/b", "one", "two"]
    assert [storage.read_task("sums", name) for name in ("one", "two", "a/b")] == [2, 3, 5]
    store = Store(tmp_path / "storage")
    assert store.index("sums")["one"] == {"node": "one"}


def test_functionfuse_reads_them(storage, tmp_path):
    flow = ffc.LocalWorkflow(add(1, 2).set_name("node1"), workflow_name="sums")
    flow.set_storage(storage)
    flow.run()
    data = (tmp_path / "storage" / "sums" / "node1").read_bytes()
    assert hashlib.sha1(data[:-20]).digest() == data[-20:]
    assert pickle.loads(data[:-20]) == 3


def test_what_is_stored_is_computed_anew(storage):
    for b in (1, 2):
        flow = ffc.LocalWorkflow(add(1, b).set_name("node"), workflow_name="sums")
        flow.set_storage(storage)
        assert flow.run() == storage.read_task("sums", "node") == 1 + b


def test_what_ran_before_an_error_is_stored(storage):
    flow = ffc.LocalWorkflow(add(add(1, 1).set_name("one"), "x"), workflow_name="sums")
    flow.set_storage(storage)
    with pytest.raises(TypeError):
        flow.run()
    assert storage.list_tasks("sums", "*") == ["one"]


def test_what_cannot_be_stored_is_named_and_the_rest_is(storage):
    @ffc.workflow
    def lock(number):
        return threading.Lock()

    first = add(1, 1).set_name("first")
    last = add(first, 1).set_name("last")
    flow = ffc.LocalWorkflow(last, lock(first).set_name("lock"), workflow_name="sums")
    flow.set_storage(storage)
    with pytest.raises(OSError, match=r"^sums: results that are not stored: lock: cannot be pick"):
        flow.run()
    assert storage.list_tasks("sums", "*") == ["first", "last"]


def test_nodes_that_steps_take(storage):
    made = add(1, 1).set_name("made")

    @ffc.remote
    class Source(ffc.SourceStep):
        def __init__(self, count):
            super().__init__()
            self.count = count

        def load(self):
            return {"out": [ffc.Note({"n": self.count})]}

    @ffc.workflow
    def number(outputs, one):
        return outputs["out"][0]["n"] + one

    flow = ffc.RayWorkflow(
        number(Source.remote(count=made), made).set_name("sum"), workflow_name="sums"
    )
    flow.set_storage(storage)
    assert flow.run() == 4
    assert storage.list_tasks("sums") == ["made", "sum"]


def test_no_storage_any_more(storage):
    flow = ffc.LocalWorkflow(add(1, 1), workflow_name="sums")
    flow.set_storage(storage)
    flow.set_storage(None)
    flow.run()
    assert storage.list_tasks("sums") == []


def test_what_is_no_storage():
    flow = ffc.LocalWorkflow(add(1, 1), workflow_name="sums")
    with pytest.raises(TypeError, match=r"takes what storage_factory\(\) gives, not 'storage'"):
        flow.set_storage("storage")


def test_reading_and_removing(storage):
    flow = ffc.LocalWorkflow(
        *(add(n, 0).set_name(f"node{n}") for n in range(4)), workflow_name="sums"
    )
    flow.set_storage(storage)
    flow.run()
    storage.remove_task("sums", "node0")
    storage.remove_task("sums", task_name="node1")
    assert storage.list_tasks("sums", "node?") == ["node2", "node3"]
    storage.remove_task("sums", pattern="*2")
    assert storage.list_tasks(workflow_name="sums", pattern="*") == ["node3"]
    storage.remove_task("sums", pattern="nothing*")
    with pytest.raises(FileNotFoundError, match="workflow 'sums' has no result 'node0'"):
        storage.remove_task("sums", "node0")
    with pytest.raises(FileNotFoundError, match="result of 'node0' in the workflow 'sums': missi"):
        storage.read_task("sums", "node0")
    with pytest.raises(TypeError, match="needs a task_name or a pattern"):
        storage.remove_task("sums")
    storage.remove_workflow("sums")
    storage.remove_workflow("sums")
    assert storage.list_tasks("sums") == []


def test_a_corrupt_result(storage, tmp_path):
    flow = ffc.LocalWorkflow(add(1, 1).set_name("node"), workflow_name="sums")
    flow.set_storage(storage)
    flow.run()
    (tmp_path / "storage" / "sums" / "node").write_bytes(b"\x80 cut")
    with pytest.raises(ValueError, match="result of 'node' in the workflow 'sums': cut short"):
        storage.read_task("sums", "node")


class Point:
    def __init__(self, x):
        self.x = x


class Points:
    name = "points"
    serializer_class = Point

    @staticmethod
    def pickle(obj, protocols):
        with protocols[ffc.serializers.FILE_PROTOCOL].open("point", "wb") as file:
            file.write(bytes([obj.x]))
        return "points", "point"

    @staticmethod
    def unpickle(pid, protocols):
        with protocols[ffc.serializers.FILE_PROTOCOL].open(pid, "rb") as file:
            return Point(file.read()[0] + 10)

    @staticmethod
    def remove(pid, protocols):
        protocols[ffc.serializers.FILE_PROTOCOL].remove(pid)


@pytest.mark.parametrize(("always_read", "result"), [(False, 3), (True, 13)])
def test_a_serializer_of_the_app(storage, always_read, result):
    @ffc.workflow
    def point(x):
        return Point(x)

    @ffc.workflow
    def x_of(made):
        return made.x

    assert storage.always_read is False
    storage.always_read = always_read
    storage.register_persistent_serializers(Points)
    flow = ffc.LocalWorkflow(x_of(point(3).set_name("point")), workflow_name="sums")
    flow.set_storage(storage)
    assert flow.run() == result
    assert storage.read_task("sums", "point").x == 13


CONFIGS = [
    ({"kind": "file", "options": {"path": "p"}}, "p"),
    ({"kind": "file", "options": {"url": "memory://p"}}, "memory://p"),
    ({"kind": "file", "options": {"url": "memory://p", "fsspec": {"a": 1}}}, "memory://p"),
    ({"kind": "ray", "options": {"path": "p", "remoteArgs": {"num_cpus": 1}}}, "p"),
    ({"kind": "ray", "options": {"path": "p", "rayInitArgs": {}, "remoteArgs": {}}}, "p"),
    ({"kind": "ray", "options": {"url": "gs://b/p", "remoteArgs": {}}}, "gs://b/p"),
    ({"kind": "S3", "options": {"path": "b/p", "s3fs": {"key": "k"}}}, "s3://b/p"),
    ({"kind": "S3", "options": {"path": "s3://b/p", "s3fs": {}}}, "s3://b/p"),
]


@pytest.mark.parametrize(("config", "path"), CONFIGS)
def test_storages(config, path):
    storage = ffc.storage_factory(config)
    assert repr(storage) == f"<storage in {path}>"


def test_options_reach_fsspec():
    config = {"kind": "S3", "options": {"path": "b", "s3fs": {"key": "k"}}}
    assert ffc.storage_factory(config)._store.place.options == {"key": "k"}
    config = {"kind": "file", "options": {"url": "ftp://b", "fsspec": {"port": 1}}}
    assert ffc.storage_factory(config)._store.place.options == {"port": 1}


KINDS = "'ray', 'file', 'S3'"
REFUSED = [
    ("storage", "takes a dict, not 'storage'"),
    ({}, f"needs a 'kind': {KINDS}"),
    ({"kind": "s3"}, f"knows no kind 's3': {KINDS}"),
    ({"kind": ["ray"]}, f"knows no kind ['ray']: {KINDS}"),
    ({"kind": "file"}, "needs a dict of options, which are missing: give 'path' or 'url'"),
    ({"kind": "file", "options": 1}, "needs a dict of options, which are 1: give 'path' or 'url'"),
    ({"kind": "file", "options": {}}, "needs one of the options 'path' and 'url', a text"),
    (
        {"kind": "file", "options": {"path": "p", "url": "u"}},
        "needs one of the options 'path' and 'url', a text",
    ),
    ({"kind": "file", "options": {"path": 1}}, "needs a text as 'path', not 1"),
    (
        {"kind": "ray", "options": {"path": "p", "remoteargs": {}}},
        "knows no option 'remoteargs' of the kind 'ray': "
        "'path', 'url', 'remoteArgs', 'rayInitArgs', 'fsspec'",
    ),
    (
        {"kind": "ray", "options": {"path": "p", "remoteArgs": 1}},
        "needs a dict as 'remoteArgs', not 1",
    ),
    ({"kind": "S3", "options": {"path": "p", "s3fs": 1}}, "needs a dict as 's3fs', not 1"),
    (
        {"kind": "file", "options": {"path": "p"}, "path": "p"},
        "knows no 'path': give 'kind' and 'options'",
    ),
]


@pytest.mark.parametrize(("config", "message"), REFUSED)
def test_configurations_that_are_wrong(config, message):
    with pytest.raises(ValueError) as raised:
        ffc.storage_factory(config)
    assert str(raised.value) == f"storage_factory() {message}"


def test_the_names_of_functionfuse():
    with lend():
        import functionfuse.serializers.base
        import functionfuse.storage.storage_factory
        from functionfuse.serializers import FILE_PROTOCOL, S3_PROTOCOL, base
        from functionfuse.serializers.daskarray import DaskArraySerializer
        from functionfuse.storage import storage_factory

        assert storage_factory is functionfuse.storage.storage_factory is ffc.storage_factory
        assert (FILE_PROTOCOL, S3_PROTOCOL) == ("file_protocol", "s3 protocol")
        assert base.FILE_PROTOCOL is FILE_PROTOCOL and base.S3_PROTOCOL is S3_PROTOCOL
        assert len({base.generate_name() for _ in range(3)}) == 3
        assert DaskArraySerializer is ffc.serializers.DaskArraySerializer
        with pytest.raises(ImportError):
            from functionfuse.serializers import nothing  # noqa: F401


def test_an_app_whose_results_are_of_its_own_class(tmp_path):
    app = tmp_path / "app.py"
    app.write_text(
        "from functionfuse import workflow\n"
        "from functionfuse.backends.builtin.localback import LocalWorkflow\n"
        "from functionfuse.storage import storage_factory\n"
        "class Point:\n    x = 3\n"
        "@workflow\ndef make():\n    return Point()\n"
        "flow = LocalWorkflow(make().set_name('p'), workflow_name='w')\n"
        "storage = storage_factory({'kind': 'file', 'options': {'path': 'storage'}})\n"
        "flow.set_storage(storage)\n"
        "flow.run()\n"
        "assert isinstance(storage.read_task('w', 'p'), Point)\n"
        "print(storage.list_tasks('w', '*'))\n"
    )
    command = [sys.executable, "-m", "ffc", "run", "--local", "app.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("['p']\n", "")
    assert b"cloudpickle" not in (tmp_path / "storage" / "w" / "p").read_bytes()


def test_a_flow_without_storage_loads_none_of_it():
    code = (
        "import sys, ffc; f = ffc.workflow(lambda: 1); ffc.storage_factory\n"
        "ffc.LocalWorkflow(f(), workflow_name='w').run()\n"
        "print([name for name in sys.modules if name.startswith('ffc.runtime.storage')])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "[]\n"
