"""Processes that save at once, or are killed while they do."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time

from ffc.runtime.storage.store import Store

# Saves the same names with values of this process, again and again.
_SAVE = """
import sys
from ffc.runtime.storage.store import Store
store, who, turns = Store(sys.argv[1]), sys.argv[2], int(sys.argv[3])
print("ready", flush=True)
sys.stdin.readline()
for turn in range(turns):
    results = [(name, [who, turn, name] * 200, {"who": who, "turn": turn})
               for name in (f"node{n}" for n in range(10))]
    assert store.save("flow", [*results, ("a/b", who, {})]) == [None] * 11
    print(turn, flush=True)
"""


def saving(store: Store, who: str, turns: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _SAVE, store.path, who, str(turns)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None and process.stdout.readline() == "ready\n"
    return process


def start(*processes: subprocess.Popen[str]) -> None:
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()


def check_whole(store: Store) -> int:
    """Each stored result is that of its name, and its record is its own."""
    index = store.index("flow")
    for name, record in index.items():
        assert isinstance(record, dict), (name, record)
        value = store.read("flow", name)
        assert name == "a/b" or value[2] == name
    return len(index)


def test_two_processes_save_the_same_names_at_once(tmp_path):
    store = Store(tmp_path)
    processes = [saving(store, who, 25) for who in ("one", "other")]
    start(*processes)
    while any(process.poll() is None for process in processes):
        check_whole(store)
    assert [process.wait() for process in processes] == [0, 0]
    assert check_whole(store) == 11
    assert list(tmp_path.rglob(".kept/*")) == list(tmp_path.rglob(".tmp-*")) == []
    for name in store.names("flow"):
        if name != "a/b":
            who, turn, _ = store.read("flow", name)[:3]
            assert store.index("flow")[name] == {"who": who, "turn": turn, "node": name}


def test_two_processes_move_the_same_file_aside(tmp_path):
    store = Store(tmp_path)
    for turn in range(5):
        (tmp_path / "flow").mkdir(exist_ok=True)
        for n in range(10):
            (tmp_path / "flow" / f"node{n}").write_text(f"theirs {turn}")
        processes = [saving(store, who, 1) for who in ("one", "other")]
        start(*processes)
        assert [process.wait() for process in processes] == [0, 0]
        assert check_whole(store) == 11
        kept = [path.read_bytes() for path in tmp_path.rglob(".kept/*")]
        assert kept.count(f"theirs {turn}".encode()) == 10
        assert b"" not in kept


def test_a_process_that_is_killed_while_it_saves(tmp_path):
    store = Store(tmp_path)
    chance = random.Random(1)
    stored = turn = 0
    while turn < 12 or (stored < 11 and turn < 60):  # a busy machine takes longer
        turn += 1
        process = saving(store, "one", 10_000)
        start(process)
        time.sleep(chance.uniform(0, 0.012 * (turn + 1)))
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert check_whole(store) >= stored, "nothing is lost"
        stored = len(store.names("flow"))
    beside = {path.name[:5] for path in (tmp_path / "flow").iterdir()}
    assert beside <= {".tmp-", *(f"node{n}" for n in range(10)), "~a_b~"}
    assert stored == 11


def test_what_a_killed_process_had_reported_is_there(tmp_path):
    store = Store(tmp_path)
    process = saving(store, "one", 10_000)
    start(process)
    assert process.stdout is not None
    for _ in range(5):
        turn = int(process.stdout.readline())
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert all(store.read("flow", f"node{n}")[1] >= turn for n in range(10))
