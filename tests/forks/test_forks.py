"""Forks are like processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from . import Forks

Run = Callable[..., "subprocess.CompletedProcess[str]"]

SCRIPT = """
import os
import random
import signal
import sys

print(__name__, sys.argv[1:], sys.path[0], os.getcwd(), sys.stdin.read(), os.environ["WORD"])
print("other", file=sys.stderr)
assert not hasattr(sys, "seen")
sys.seen = True
if sys.argv[1] == "draw":
    print(random.random())
if sys.argv[1] == "kill":
    sys.stdout.flush()
    os.kill(os.getpid(), signal.SIGKILL)
if sys.argv[1] == "import":
    import shelve
sys.exit(int(sys.argv[1]) if sys.argv[1].isdigit() else 0)
"""

HANGING = """
import os
import time

with open("pid", "w") as file:
    file.write(str(os.getpid()))
time.sleep(600)
"""

DRIVER = """
import os
import sys

import ray


def parent(process):
    with open(f"/proc/{process}/stat") as file:
        return int(file.read().rpartition(")")[2].split()[1])


@ray.remote
def begun_by():
    try:
        import ffc
    except ImportError as error:
        print(error)
    else:
        return "one that can import ffc"
    with open(f"/proc/{parent(os.getppid())}/cmdline") as file:
        return file.read()


@ray.remote
class Counter:
    def pid(self):
        return os.getpid()


ray.init(sys.argv[2])
print(ray.get(begun_by.remote()))
variables = {"env_vars": {"WORD": "a"}}
print(ray.get(begun_by.options(runtime_env=variables).remote()))
counter = Counter.remote()
pid = ray.get(counter.pid.remote())
ray.kill(counter)
print(pid)
"""


@pytest.fixture(scope="module")
def forks() -> Iterator[Forks]:
    forks = Forks(("json",), refused=("shelve",))
    yield forks
    forks.close()


@pytest.fixture
def run(forks: Forks, tmp_path: Path) -> Run:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        variables = {**os.environ, "WORD": "word"}
        return forks.run([str(script), *arguments], Path("/"), variables, input="given")

    return run


def ends(process: int) -> bool:
    """Whether a process ends, soon."""
    for _ in range(100):
        if not Path(f"/proc/{process}").exists():
            return True
        time.sleep(0.1)
    return False


def test_streams_and_surroundings(run: Run, tmp_path: Path) -> None:
    done = run("3", "b")
    assert done.returncode == 3
    assert done.stdout == f"__main__ ['3', 'b'] {tmp_path} / given word\n"
    assert done.stderr == "other\n"


def test_nothing_is_shared(run: Run) -> None:
    drawn = {run("draw").stdout for _ in range(3)}
    assert len(drawn) == 3


def test_how_it_ends(run: Run) -> None:
    assert run("kill").returncode == -9
    refused = run("import")
    assert refused.returncode == 1
    assert "ImportError: shelve is not there" in refused.stderr


def test_one_that_hangs_is_killed(forks: Forks, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(HANGING, encoding="utf-8")
    with pytest.raises(subprocess.TimeoutExpired):
        forks.run([str(script)], tmp_path, os.environ, timeout=3)
    process = int((tmp_path / "pid").read_text())
    assert ends(process)


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc")
def test_workers_of_the_cluster_are_forks(run_driver: Run, tmp_path: Path) -> None:
    driver = tmp_path / "driver.py"
    driver.write_text(DRIVER, encoding="utf-8")
    done = run_driver(driver)
    assert done.returncode == 0, done.stderr[-3000:]
    *begun_by, killed = done.stdout.splitlines()
    server = str(Path(__file__).with_name("server.py"))
    assert [line.split("\0")[1] for line in begun_by] == [server, server]
    assert ends(int(killed))
