"""Processes that are killed in the middle, and drivers that run at once."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable

from .case import Case
from .runner import SECONDS

CHAIN = """
import time

@task
def step(n, before):
    ran(f"step{n}")
    time.sleep(0.2)
    return before + n

@task
def total(*parts):
    return ran("total", sum(parts))

chains = []
for chain in (100, 200):
    value = step(chain, 0).set_name(f"step {chain}")
    for n in range(1, 6):
        value = step(chain + n, value).set_name(f"step {chain + n}")
    chains.append(value)
flow = RayWorkflow(total(*chains).set_name("total"), workflow_name="chains")
flow.set_storage(storage)
print(flow.run())
"""
TOTAL = "1830\n"


def stored(case: Case) -> dict[str, bytes]:
    """The stored results, all of them whole."""
    files = (path for path in case.storage.glob("chains/*") if path.name[0] != ".")
    found = {path.name: path.read_bytes() for path in files}
    for name, data in found.items():
        assert hashlib.sha1(data[:-20]).digest() == data[-20:], name
    return found


def wait_for(happens: Callable[[], bool]) -> None:
    until = time.monotonic() + SECONDS
    while not happens():
        assert time.monotonic() < until
        time.sleep(0.05)


def test_a_driver_that_is_killed(case: Case) -> None:
    """What was stored then stays and does not run again."""
    case.app(CHAIN)
    killed = case.start()
    try:
        wait_for(lambda: len(stored(case)) >= 3)
    finally:
        killed.kill()
        killed.communicate()
    before = stored(case)
    assert len(before) < 13, "it was killed in the middle"
    time.sleep(1)  # Ray ends its workers
    case.ran()
    before |= stored(case)
    assert case.run().stdout == TOTAL
    again = case.ran()
    assert len(again) == len({*again}) == 13 - len(before)
    after = stored(case)
    assert {name: after[name] for name in before} == before
    assert len(after) == 13
    assert (case.run().stdout, case.ran()) == (TOTAL, [])


SAVER = """
import os
import signal

class Large:
    def __init__(self, n):
        self.n = n

class Killing:
    name = "killing"
    serializer_class = Large

    @classmethod
    def pickle(cls, large, protocols):
        file = FOLDER + f"/killed{large.n}"
        WHEN
            open(file, "w").close()
            os.kill(os.getpid(), signal.SIGKILL)
        return cls.name, large.n

    @classmethod
    def unpickle(cls, pid, protocols):
        return Large(pid)

    @classmethod
    def remove(cls, pid, protocols):
        pass

storage.register_persistent_serializers(Killing)

@task
def make(n):
    return ran(f"make{n}", [Large(n)] if n == 3 else n)

@task
def total(*parts):
    return ran("total", sum(part if isinstance(part, int) else part[0].n for part in parts))

parts = [make(n).set_name(f"make{n}") for n in range(6)]
flow = RayWorkflow(total(*parts).set_name("total"), workflow_name="w")
flow.set_storage(storage)
print(flow.run())
"""
NAMES = ["make0", "make1", "make2", "make3", "make4", "make5", "total"]


def test_a_saver_that_is_killed_once(case: Case) -> None:
    """Another saves what it had; no node runs twice."""
    case.app(SAVER.replace("WHEN", "if not os.path.exists(file):"))
    assert case.run_alone().stdout.endswith("15\n"), "Ray may say there that a worker died"
    assert (case.folder / "killed3").exists()
    assert case.ran() == NAMES
    (case.storage / "w" / "total").unlink()
    assert case.run().stdout == "15\n"
    assert case.ran() == ["total"]


def test_a_saver_that_is_killed_each_time(case: Case) -> None:
    """The result that no saver survives is named; the others are there."""
    case.app(SAVER.replace("WHEN", "if not os.path.exists(FOLDER + '/mended'):"))
    killed = case.run_alone(ends=1)
    assert case.ran() == NAMES
    assert "w: not saved: make3: " in killed.stderr
    assert "Traceback" not in killed.stderr
    (case.folder / "mended").touch()
    assert case.run().stdout == "15\n"
    assert case.ran() == ["make3"]


def test_two_drivers_at_once(case: Case) -> None:
    """Both get what is right, and so does who comes later."""
    case.app(CHAIN)
    drivers = [case.start() for _ in range(2)]
    try:
        done = [driver.communicate(timeout=SECONDS) for driver in drivers]
    finally:
        for driver in drivers:
            driver.kill()
    assert [driver.returncode for driver in drivers] == [0, 0], done
    assert [stdout for stdout, _ in done] == [TOTAL, TOTAL]
    assert len(stored(case)) == 13
    assert not (case.storage / "chains" / ".kept").exists()
    case.ran()
    assert (case.run().stdout, case.ran()) == (TOTAL, [])
