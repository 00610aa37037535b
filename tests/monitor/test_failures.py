"""What a driver says of failures: the first one whole, others in a line; exit code 1."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from .app import written

Run = Callable[..., "subprocess.CompletedProcess[str]"]

# What is said of the node `bad`, and what its error is in a line.
ENDS = {
    "raise": "ValueError: 3 is odd",
    "die": "its process died: it was killed, crashed, or ran out of memory",
    "result": "TypeError: cannot pickle '_thread.lock' object",
    "error": "ValueError: held a lock",
}


@pytest.mark.parametrize("way", ENDS)
def test_the_node_that_failed(way: str, run_driver: Run, tmp_path: Path) -> None:
    """With its call and options, the app's own frames, and what did not run because of it."""
    ran = run_driver(written(way, tmp_path))
    assert ran.returncode == 1
    assert "15\n" not in ran.stdout
    head = f"bad failed: halved(<number 3>, way='{way}'), num_cpus=0.5, max_retries=0\n"
    assert ran.stderr.count(head) == 1
    told = ran.stderr.partition(head)[2].splitlines()
    assert ENDS[way] in told
    assert "Not run because of that: more, most" in told
    assert any(line.startswith("10 nodes in ") and "1 failed, 2 skipped" in line for line in told)
    assert "site-packages" not in ran.stderr
    assert "Monitor" not in ran.stderr


# The functions of the app that are at work when it fails.
FRAMES = {"raise": ["halved", "half"], "around": ["pair", "half"]}


@pytest.mark.parametrize("way", FRAMES)
def test_the_users_own_frames(way: str, run_driver: Run, tmp_path: Path) -> None:
    """Not those of Ray, nor of what stands around a task: it unpacks, prepares, and picks."""
    driver = written(way, tmp_path)
    ran = run_driver(driver)
    told = ran.stderr.partition("Traceback (most recent call last):\n")[2].splitlines()
    frames = [line.rpartition(", in ")[2] for line in told if line.startswith('  File "')]
    assert frames == FRAMES[way]
    end = next(line for line in told if line.endswith(" is odd"))
    assert told[told.index(end) - 1].strip() == 'raise ValueError(f"{n} is odd")'


def test_an_actor_that_dies_in_its_constructor(run_driver: Run, tmp_path: Path) -> None:
    ran = run_driver(written("actor", tmp_path))
    assert ran.returncode == 1
    told = ran.stderr.partition("Counter.add failed: Counter.add(1)\n")[2].splitlines()
    assert told[0] == "Traceback (most recent call last):"
    assert told[1].endswith("in __init__")
    assert "ValueError: begins below nothing" in told
    assert "Not run because of that: Counter.add" in told
    assert "8 done" not in ran.stderr


def test_an_actor_whose_process_dies(run_driver: Run, tmp_path: Path) -> None:
    ran = run_driver(written("actor dies", tmp_path))
    assert ran.returncode == 1
    assert "Counter.add failed: Counter.add(-2)\n" in ran.stderr
    assert "the process of its actor died: it was killed, crashed" in ran.stderr
    assert "Not run because of that: Counter.add\n" in ran.stderr


def test_other_failures(run_driver: Run, tmp_path: Path) -> None:
    """The first is the one that comes first in the graph."""
    ran = run_driver(written("two", tmp_path), "--keep-going")
    assert ran.returncode == 1
    assert "half 1 failed: halved(1)\n" in ran.stderr
    assert ran.stderr.count("Traceback") == 1
    assert "Failed, too: half 3: ValueError: 3 is odd\n" in ran.stderr


def test_keep_going(run_driver: Run, tmp_path: Path) -> None:
    """All that does not depend on the failure runs; without it, the driver ends at once."""
    driver = written("late", tmp_path)
    stopped = run_driver(driver)
    assert stopped.returncode == 1
    assert re.search(r"10 nodes in .* (running|waiting), .* 1 failed", stopped.stderr)
    whole = run_driver(driver, "--keep-going")
    assert whole.returncode == 1
    assert "bad failed: halved(1)\n" in whole.stderr
    assert "10 nodes in" in whole.stderr
    assert "9 done, 1 failed" in whole.stderr


def test_an_error_of_main_itself(run_driver: Run, tmp_path: Path) -> None:
    """Python shows it, as ever."""
    ran = run_driver(written("main", tmp_path))
    assert ran.returncode == 1
    assert ran.stdout == "15\n"
    assert ran.stderr.endswith("KeyError: 'nothing'\n")
    assert "7 nodes in" in ran.stderr


def test_quiet_says_what_failed_and_no_more(run_driver: Run, tmp_path: Path) -> None:
    ran = run_driver(written("two", tmp_path), "--quiet", "--keep-going")
    assert ran.returncode == 1
    assert "half 1 failed: halved(1)\n" in ran.stderr
    assert "nodes in" not in ran.stderr
    assert "done" not in ran.stderr
