"""`ffc storage`, as people and scripts meet it."""

from __future__ import annotations

import hashlib
import json
import os
import pickle
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from ffc.runtime.storage.file_names import escaped
from ffc.runtime.storage.serializers import Serialized
from ffc.runtime.storage.store import Store

Ffc = Callable[..., "subprocess.CompletedProcess[str]"]
NOW = time.time()


class Ran:
    """A value that runs code where it is unpickled."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> object:
        return (Path.touch, (self.file,))


@pytest.fixture
def storage(tmp_path: Path) -> Path:
    """A storage with results in each state."""
    store = Store(tmp_path / "storage")
    records = {"fresh1": "a", "stale1": "b", "stale/2": "c", "other": "d", "node\nline": "e"}
    store.save("sums", [(name, name, {"fingerprint": f}) for name, f in records.items()])
    store.want("sums", {"fresh1": "a", "stale1": "x", "stale/2": "x", "cut/": "z"})
    body = pickle.dumps("theirs")
    folder = tmp_path / "storage" / "sums"
    (folder / "theirs").write_bytes(body + hashlib.sha1(body).digest())
    (folder / escaped("cut/")).write_bytes(b"\x80 cut")
    (folder / "text").write_text("a text")
    data = (folder / "fresh1").read_bytes()
    (folder / "damaged").write_bytes(data.replace(b"fresh1", b"fresh2").replace(b'"a"', b'"b"'))
    for name in sorted(os.listdir(folder)):
        os.utime(folder / name, (NOW - 7200, NOW - 7200))
    store.save("..", [("fresh1", 1, {})])
    return tmp_path / "storage"


def listed(ffc: Ffc, *arguments: object) -> dict[str, str]:
    done = ffc("storage", "ls", *arguments, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    results = json.loads(done.stdout)["results"]
    return {f"{one['workflow']} {one['node']}": one["state"] for one in results}


def test_ls(ffc: Ffc, storage: Path) -> None:
    (storage / "sums" / "damaged").unlink()
    done = ffc("storage", "ls", storage, "--workflow", "sums")
    assert (done.returncode, done.stderr) == (0, "")
    lines = [line.split(None, 2) for line in done.stdout.splitlines()]
    assert [line[:2] for line in lines] == [
        ["workflow", "node"],
        *(["sums", node] for node in ("cut/", "fresh1", r"node\nline", "other", "stale/2")),
        *(["sums", node] for node in ("stale1", "text", "theirs")),
    ]
    ends = [line[2].split("2 h  ")[1] for line in lines[1:]]
    assert ends == [
        *("corrupt: cut short", "fresh", "stored", "stored", "stale", "stale"),
        *("foreign: it does not begin as a pickle does", "unchecked"),
    ]
    widths = {line.index("2 h") for line in done.stdout.splitlines()[1:]}
    assert len(widths) == 1, "it is a table"


def test_ls_of_all_workflows(ffc: Ffc, storage: Path) -> None:
    assert listed(ffc, storage)[".. fresh1"] == "stored"
    assert len(listed(ffc, storage)) == 10


def test_ls_by_glob(ffc: Ffc, storage: Path) -> None:
    assert listed(ffc, storage, "stale*") == {"sums stale/2": "stale", "sums stale1": "stale"}
    assert listed(ffc, storage, "fresh1", "--workflow", "sums") == {"sums fresh1": "fresh"}
    done = ffc("storage", "ls", storage, "nothing*")
    assert (done.returncode, done.stdout) == (0, "no result matches\n")


def test_ls_verifies(ffc: Ffc, storage: Path) -> None:
    before = listed(ffc, storage)
    after = listed(ffc, storage, "--verify")
    assert before["sums theirs"] == "unchecked"
    assert after == {**before, "sums theirs": "stored", "sums damaged": after["sums damaged"]}
    file = storage / "sums" / "fresh1"
    file.write_bytes(file.read_bytes().replace(b"fresh1", b"fresh2", 1))
    assert listed(ffc, storage, "fresh1", "--workflow", "sums") == {"sums fresh1": "fresh"}
    done = ffc("storage", "ls", storage, "fresh1", "--workflow", "sums", "--verify")
    assert "corrupt: its checksum is another" in done.stdout


def test_ls_names_what_is_left(ffc: Ffc, storage: Path) -> None:
    (storage / "sums" / ".tmp-1").write_bytes(b"x" * 1500)
    (storage / "sums" / ".kept").mkdir()
    (storage / "sums" / ".kept" / "node.1").write_bytes(b"x")
    (storage / "sums" / ".kept" / "node.2").write_bytes(b"x")
    done = ffc("storage", "ls", storage)
    assert done.stdout.splitlines()[-1] == (
        "1 file half written, 1.5 kB; 2 files moved aside, 2 B; to remove them "
        f"(not what was changed within the hour: 1 file): ffc storage rm {storage} --leftovers"
    )
    leftovers = json.loads(ffc("storage", "ls", storage, "--format", "json").stdout)["leftovers"]
    assert [(one["file"], one["kind"]) for one in leftovers] == [
        ("sums/.tmp-1", "temporary"),
        ("sums/.kept/node.1", "moved aside"),
        ("sums/.kept/node.2", "moved aside"),
    ]


def test_ls_of_an_empty_storage(ffc: Ffc, tmp_path: Path) -> None:
    done = ffc("storage", "ls", tmp_path)
    assert (done.returncode, done.stdout) == (0, "nothing is stored\n")


def test_what_no_driver_has_compared(ffc: Ffc, storage: Path) -> None:
    (storage / "sums" / ".wanted").unlink()
    assert listed(ffc, storage, "*e*1")["sums stale1"] == "stored"
    for text in ("", "no json", "[1]", "[" * 100_000):
        (storage / "sums" / ".wanted").write_text(text)
        assert listed(ffc, storage, "*e*1")["sums stale1"] == "stored"


def test_show(ffc: Ffc, storage: Path) -> None:
    done = ffc("storage", "show", storage, "stale/2")
    assert (done.returncode, done.stderr) == (0, "")
    lines = [line.split(None, 1) for line in done.stdout.splitlines()]
    assert lines[:4] == [
        ["workflow", "sums"],
        ["node", "stale/2"],
        ["file", f"sums/{escaped('stale/2')}"],
        ["size", f"{(storage / 'sums' / escaped('stale/2')).stat().st_size} B"],
    ]
    assert lines[4][0] == "changed" and lines[4][1].endswith("(2 h ago)")
    assert lines[5:] == [["state", "stale"], ["fingerprint", "c"]]


def test_show_does_not_unpickle_unless_it_is_told_to(ffc: Ffc, tmp_path: Path) -> None:
    Store(tmp_path).save("flow", [("node", Ran(tmp_path / "ran"), {})])
    assert ffc("storage", "show", tmp_path, "node").returncode == 0
    ffc("storage", "ls", tmp_path, "--verify")
    ffc("storage", "rm", tmp_path, "other", "--yes")
    assert not (tmp_path / "ran").exists()
    assert ffc("storage", "show", tmp_path, "node", "--value").returncode == 0
    assert (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (3, "value       int\n3\n"),
        ("a\nb\x1b[31m", "value       str\n'a\\nb\\x1b[31m'\n"),
        (list(range(1000)), f"value       list\n[{', '.join(map(str, range(20)))}, ...]\n"),
    ],
)
def test_show_the_value(ffc: Ffc, tmp_path: Path, value: object, shown: str) -> None:
    Store(tmp_path).save("flow", [("node", value, {})])
    done = ffc("storage", "show", tmp_path, "node", "--value")
    assert done.returncode == 0
    assert done.stdout.endswith(shown)
    assert len(done.stdout) < 1000


def test_show_what_cannot_be_unpickled(ffc: Ffc, storage: Path) -> None:
    done = ffc("storage", "show", storage, "cut/", "--value")
    assert done.returncode == 2
    assert done.stderr == "ffc: cannot show the value: cut short\n"
    assert "state       corrupt: cut short" in done.stdout


def test_show_finds_what_is_damaged(ffc: Ffc, tmp_path: Path) -> None:
    Store(tmp_path).save("flow", [("node", "value", {})])
    file = tmp_path / "flow" / "node"
    file.write_bytes(file.read_bytes().replace(b"value", b"vAlue"))
    done = ffc("storage", "show", tmp_path, "node")
    assert "state       corrupt: its checksum is another" in done.stdout


def test_show_of_what_is_not_there(ffc: Ffc, storage: Path) -> None:
    done = ffc("storage", "show", storage, "fresh2", "--workflow", "sums")
    assert done.returncode == 2
    assert done.stderr == "ffc: no result of fresh2 is stored; did you mean fresh1?\n"
    done = ffc("storage", "show", storage, "fresh1")
    assert done.returncode == 2
    assert done.stderr == "ffc: fresh1 is in several workflows: .., sums; choose by --workflow\n"
    done = ffc("storage", "show", storage, "fresh1", "--workflow", "sum")
    assert done.returncode == 2
    assert done.stderr == f"ffc: there is no workflow sum in {storage}; did you mean sums?\n"


def test_rm_asks(ffc: Ffc, storage: Path) -> None:
    before = listed(ffc, storage)
    done = ffc("storage", "rm", storage, "stale*", input="n\n")
    assert done.returncode == 0
    assert "stale/2" in done.stdout
    assert done.stdout.endswith("Remove 2 results? [y/N]: nothing was removed\n")
    assert listed(ffc, storage) == before
    done = ffc("storage", "rm", storage, "stale*", input="")
    assert done.returncode == 2
    assert done.stderr == "\nffc: no answer: --yes removes without asking\n"
    assert listed(ffc, storage) == before
    done = ffc("storage", "rm", storage, "stale*", "fresh?", "--workflow", "sums", input="y\n")
    assert done.returncode == 0
    assert done.stdout.endswith("Remove 3 results? [y/N]: removed 3 files\n")
    removed = {"sums stale1", "sums stale/2", "sums fresh1"}
    assert listed(ffc, storage) == {k: v for k, v in before.items() if k not in removed}


def test_rm_by_state(ffc: Ffc, storage: Path) -> None:
    (storage / "sums" / "damaged").unlink()
    file = storage / "sums" / "fresh1"
    file.write_bytes(file.read_bytes().replace(b"fresh1", b"fresh2", 1))
    assert ffc("storage", "rm", storage, "--stale", "stale1", "fresh1", "--yes").returncode == 0
    assert {"sums stale/2", "sums fresh1"} <= set(listed(ffc, storage))
    assert "sums stale1" not in listed(ffc, storage)
    assert ffc("storage", "rm", storage, "--stale", "--corrupt", "--yes").returncode == 0
    assert listed(ffc, storage) == {
        ".. fresh1": "stored",
        "sums node\nline": "stored",
        "sums other": "stored",
        "sums text": "foreign",
        "sums theirs": "unchecked",
    }


def test_rm_of_leftovers(ffc: Ffc, storage: Path) -> None:
    folder = storage / "sums"
    (folder / ".kept").mkdir()
    for name in (".tmp-old", ".tmp-new", ".kept/node.1"):
        (folder / name).write_text("x")
    os.utime(folder / ".tmp-old", (NOW - 4000, NOW - 4000))
    before = listed(ffc, storage)
    done = ffc("storage", "rm", storage, "--leftovers", "--yes")
    assert (done.returncode, done.stderr) == (0, "")
    assert "sums/.tmp-new: may be being written: it stays\n" in done.stdout
    assert done.stdout.endswith("removed 2 files\n")
    assert (folder / ".tmp-new").exists() and not (folder / ".tmp-old").exists()
    assert list((folder / ".kept").iterdir()) == []
    assert listed(ffc, storage) == before
    done = ffc("storage", "rm", storage, "--leftovers", input="")
    assert done.returncode == 0, "there is nothing to ask about"


def test_rm_of_many(ffc: Ffc, tmp_path: Path) -> None:
    Store(tmp_path).save("flow", [(f"node{n:02}", "", {}) for n in range(30)])
    done = ffc("storage", "rm", tmp_path, "*", "--yes")
    assert "node19" in done.stdout and "node20" not in done.stdout
    assert "and 10 more, " in done.stdout and done.stdout.endswith("removed 30 files\n")
    assert listed(ffc, tmp_path) == {}


def test_rm_of_nothing(ffc: Ffc, storage: Path) -> None:
    done = ffc("storage", "rm", storage, "nothing*")
    assert (done.returncode, done.stdout) == (0, "there is nothing to remove\n")
    done = ffc("storage", "rm", storage)
    assert done.returncode == 2
    assert "say what to remove: a GLOB, --stale, --corrupt or --leftovers" in done.stderr


def test_rm_takes_the_data_of_dask_arrays(ffc: Ffc, tmp_path: Path) -> None:
    import dask.array
    from ffc.runtime.storage.dask_arrays import DaskArraySerializer

    store = Store(tmp_path, pickles=Serialized([DaskArraySerializer]))
    store.save("flow", [(name, dask.array.ones(9), {}) for name in ("one", "two")])
    assert ffc("storage", "rm", tmp_path, "one", "--yes").returncode == 0
    assert len(list((tmp_path / "flow" / "bigdata").iterdir())) == 1
    assert store.read("flow", "two").sum().compute() == 9


class Own:
    name = "own"
    serializer_class = Ran

    @staticmethod
    def pickle(obj: Ran, protocols: dict[str, object]) -> tuple[str, str]:
        with protocols["file_protocol"].open("data", "wb") as file:  # type: ignore[attr-defined]
            file.write(b"x")
        return "own", "data"


def test_rm_says_what_it_cannot_take(ffc: Ffc, tmp_path: Path) -> None:
    Store(tmp_path, pickles=Serialized([Own])).save("flow", [("node", Ran(tmp_path), {})])
    done = ffc("storage", "rm", tmp_path, "node", "--yes")
    assert done.returncode == 0
    assert "what the serializer own has of node stays in flow/bigdata\n" in done.stdout
    assert (tmp_path / "flow" / "bigdata" / "data").exists()


@pytest.mark.parametrize("verb", [["ls"], ["show"], ["rm", "--yes"]])
@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("nothing", "there is no storage at nothing"),
        ("", "there is no storage at "),
        ("a\nb", r"there is no storage at a\nb"),
        ("file", "there is no storage at file"),
        ("file:///nothing/x", "there is no storage at file:///nothing/x"),
        ("nothing://x", "cannot read nothing://x: ValueError: Protocol not known: nothing"),
        ("://", "there is no storage at ://"),
    ],
)
def test_places_that_are_none(
    ffc: Ffc, tmp_path: Path, verb: list[str], place: str, message: str
) -> None:
    (tmp_path / "file").write_text("a text")
    done = ffc("storage", *verb, place, "x", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"ffc: {message}\n")


def test_options_of_urls(ffc: Ffc, tmp_path: Path) -> None:
    Store(tmp_path).save("flow", [("node", 1, {})])
    done = ffc("storage", "ls", f"file://{tmp_path}")
    assert "node" in done.stdout
    done = ffc("storage", "ls", "s3://b", "--option", "endpoint_url")
    assert done.returncode == 2 and "--option endpoint_url: write KEY=VALUE" in done.stderr
    done = ffc(
        *("storage", "ls", "s3://b", "--option", "endpoint_url=http://127.0.0.1:9"),
        *("--option", "key=k", "--option", "secret=s"),
        *("--option", 'config_kwargs={"retries": {"max_attempts": 1}}'),
    )
    assert done.returncode == 2
    assert done.stderr.startswith("ffc: cannot read s3://b: ") and "127.0.0.1:9" in done.stderr


def test_files_with_odd_names(ffc: Ffc, tmp_path: Path) -> None:
    folder = tmp_path / "flow\n"
    folder.mkdir()
    for name in (b"\xff", b"~x", b"-x", b"\x1b[31m", b"a" * 255, "節点".encode()):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(b"\x80 cut")
    (folder / "folder").mkdir()
    (folder / "nowhere").symlink_to("nothing")
    os.mkfifo(folder / "pipe")
    for form in ("text", "json"):
        done = ffc("storage", "ls", tmp_path, "--verify", "--format", form)
        assert (done.returncode, done.stderr) == (0, "")
        assert "\x1b" not in done.stdout
    assert ffc("storage", "show", tmp_path, "-x").returncode == 2, "it looks like an option"
    assert ffc("storage", "show", tmp_path, "--", "-x").returncode == 0
    done = ffc("storage", "rm", tmp_path, "*", "--yes")
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(os.listdir(folder)) == ["folder", "nowhere", "pipe"]


def test_a_storage_that_is_read_only(ffc: Ffc, tmp_path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("mounting needs root")
    Store(tmp_path / "storage").save("flow", [("node", 1, {})])
    mount = ["mount", "--bind", "-o", "ro", tmp_path / "storage", tmp_path / "storage"]
    if subprocess.run(mount, capture_output=True).returncode != 0:
        pytest.skip("mounting is not allowed")
    try:
        done = ffc("storage", "rm", tmp_path / "storage", "*", "--yes")
    finally:
        subprocess.run(["umount", "-l", tmp_path / "storage"], check=True)
    assert done.returncode == 2
    assert done.stderr == "ffc: cannot remove flow/node: Read-only file system\n"
    assert done.stdout.endswith("removed 0 files\n")


@pytest.mark.parametrize("verb", [[], ["ls"], ["show"], ["rm"]])
def test_help(ffc: Ffc, verb: list[str]) -> None:
    done = ffc("storage", *verb, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Usage: ffc storage" in done.stdout
