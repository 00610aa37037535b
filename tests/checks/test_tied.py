"""What cannot leave the process that made it."""

from __future__ import annotations

import pytest

from .apps import messages

APP = """\
import concurrent.futures
import multiprocessing as mp
import socket
import sqlite3
import threading
from pathlib import Path
from threading import Lock as Guard

from ffc import RayWorkflow, task


class Session:
    pass


def numbers():
    yield 1


def connect():
    return 3


OTHER = open(__file__)  # noqa: SIM115
RING = [3]
X = {captured}


@task
def work(n):
    return n, X


print(RayWorkflow(work({passed}), workflow_name="w").run())
"""

TIED = {
    "open('a')": "an open file",
    "Path('a').open('w')": "an open file",
    "OTHER": "an open file",
    "[OTHER]": "an open file",
    "threading.Lock()": "a lock",
    "Guard()": "a lock",
    "{'guard': threading.RLock()}": "a lock",
    "sqlite3.connect(':memory:')": "a connection",
    "socket.socket()": "a connection",
    "mp.Pool(2)": "a pool of workers",
    "concurrent.futures.ThreadPoolExecutor()": "a pool of workers",
    "mp.Queue()": "a queue of this process",
    "(n for n in RING)": "a generator",
    "numbers()": "a generator",
    "(\n    # why\n    open('a')\n)": "an open file",
}

FINE = [
    "open('a').read()",
    "OTHER.name",
    "len([OTHER])",
    "[n for n in RING]",
    "list(numbers())",
    "list(n for n in RING)",
    "sqlite3.connect",
    "connect()",
    "Session()",
    "'open(1)'",
    "Path('a')",
    "None if RING else open('a')",
]


@pytest.mark.parametrize(("value", "kind"), TIED.items())
def test_captured(value: str, kind: str) -> None:
    found = messages(APP.format(captured=value, passed="1"), "FFC410")
    assert found == [f"`X` is {kind}, which task `work` cannot take to a worker"]


@pytest.mark.parametrize(("value", "kind"), TIED.items())
def test_passed(value: str, kind: str) -> None:
    found = messages(APP.format(captured="1", passed=value), "FFC410")
    assert found == [f"this argument is {kind}, which task `work` cannot take to a worker"]


def test_a_generator_without_parentheses() -> None:
    found = messages(APP.format(captured="1", passed="n for n in RING"), "FFC410")
    assert found == ["this argument is a generator, which task `work` cannot take to a worker"]


@pytest.mark.parametrize("value", FINE)
def test_fine(value: str) -> None:
    assert not messages(APP.format(captured=value, passed=value), "FFC410")


def test_a_list_of_itself() -> None:
    app = APP.format(captured="[RING]", passed="X").replace("RING = [3]", "RING = [3]\nY = [RING]")
    assert not messages(app, "FFC410")
