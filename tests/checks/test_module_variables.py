"""Which changes of module variables are lost."""

from __future__ import annotations

import pytest

from .apps import messages

APP = """\
import json
import os
from collections import Counter, deque

import numpy as np
import zarr

from ffc import RayWorkflow, task


class Settings:
    seen = []


def make():
    return {{}}


X = {value}
row = 3


@task
def work(data=None):
    {body}


print(RayWorkflow(work(), workflow_name="w").run())
"""

LOST = [
    ("[]", "X.append(1)"),
    ("{}", "X['a'] = 1"),
    ("{'a': {}}", "X['a']['b'] += 1"),
    ("None", "global X; X = 1"),
    ("0", "global X; X += 1"),
    ("0", "global X\n    for X in range(3): pass"),
    ("0", "global X\n    import os as X"),
    ("[n for n in (1, 2)]", "del X[0]"),
    ("Counter()", "X.update('a')"),
    ("deque()", "X.popleft()"),
    ("np.zeros(3)", "X[0] = 1"),
    ("json.loads('{}')", "X['a'] = 1"),
    ("Settings()", "X.seen.append(1)"),
    ("make()", "X['a'] = 1"),
    ("zarr.open('a')", "X.name = 'b'"),
    ("[]", "take = lambda: X.pop()"),
]

FINE = [
    ("[]", "data = X + [1]; len(X); X[0]"),
    ("[]", "X = []; X.append(1)"),
    ("[]", "X = [1]"),
    ("[]", "data = [X.append(1) for X in [[]]]"),
    ("[]", "change = lambda X: X.append(1)"),
    ("zarr.open('a')", "X['a'] = 1"),
    ("zarr.open('a')", "X.append(1)"),
    ("0", "os.environ['A'] = 'b'; np.random.seed(1)"),
    ("0", "def inner():\n        X = 1\n        return X"),
    ("0", "row = {}; row['a'] = X; del row['a']"),
    ("0", "for row in [[1]]: row.append(2)"),
]


def app(value: str, body: str) -> str:
    return APP.replace("{value}", value).replace("{body}", body).replace("{{}}", "{}")


@pytest.mark.parametrize(("value", "body"), LOST)
def test_lost(value: str, body: str) -> None:
    found = messages(app(value, body), "FFC406")
    assert found == ["task `work` changes `X` of the module: the change stays on its worker"]


@pytest.mark.parametrize(("value", "body"), FINE)
def test_fine(value: str, body: str) -> None:
    assert not messages(app(value, body), "FFC406")


def test_the_attribute_of_a_class() -> None:
    found = messages(app("0", "Settings.seen.append(1)"), "FFC406")
    assert [message.split("`")[3] for message in found] == ["Settings"]
