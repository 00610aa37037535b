"""What changes an argument in place, and what only looks like it."""

from __future__ import annotations

import pytest

from .apps import messages

APP = """\
import heapq
import random
import random as rnd

import numpy as np
from numpy.random import shuffle

from ffc import RayWorkflow, task


@task
def work(data, more=None):
    {body}
    return data


print(RayWorkflow(work([1], 2), workflow_name="w").run())
"""

CHANGES = [
    "data[0] = 1",
    "data[0] += 1",
    "data[:, 1], other = 1, 2",
    "[*data[0], other] = [1], 2",
    "data.total = 1",
    "data.total: int = 1",
    "data.rows[0].total -= 1",
    "first = data[0] = 1",
    "del data[0]",
    "del data.total, other",
    "data.append(1)",
    "data.rows.extend([1])",
    "data[0].sort()",
    "last = data.pop()",
    "count = data.setdefault('a', 1)",
    "data.fill(0)",
    "data.mul_(2)",
    "data.drop(columns=['a'], inplace=True)",
    "random.shuffle(data)",
    "rnd.shuffle(data)",
    "shuffle(data)",
    "np.random.default_rng(1).shuffle(data)",
    "np.random.shuffle(data[0])",
    "heapq.heappush(data, 1)",
    "setattr(data, 'a', 1)",
    "import bisect; bisect.insort(data, 3)",
    "take = lambda: data.pop()",
    "[data.pop() for n in [1]]",
    "data += 1; data[0] = 1",
    "data[0] = 1; data = list(data)",
    "if more: data.clear()",
]

FINE = [
    "data += 1",
    "data = data + [1]",
    "data = list(data); data[0] = 1",
    "if more: data = list(data)\n    data.append(1)",
    "(data := list(data)).append(1)",
    "for data in [[1]]: data.append(1)",
    "data: list = []; data.append(1)",
    "data.total: int",
    "other = data.add(1)",
    "data = data.sort('a').update(2)",
    "data = data.drop(columns=['a'], inplace=False)",
    "other = [data.pop() for data in [[1]]]",
    "change = lambda data: data.pop()",
    "def inner(data): data.append(1)",
    "other = list(data); other.append(1)",
    "data.copy().append(1)",
    "list(data)[0] = 1",
    "more = random.sample(data, 1)",
    "data.index(1); data.count(1)",
    "data.__init__()",
    "random = more; np.random.seed(data)",
    "more[0]",
    "import random as heapq; heapq.heappush(data)",
]


@pytest.mark.parametrize("body", CHANGES)
def test_changes(body: str) -> None:
    found = messages(APP.format(body=body), "FFC407")
    assert set(found) == {"`work` changes its argument `data` in place"}


@pytest.mark.parametrize("body", FINE)
def test_fine(body: str) -> None:
    assert not messages(APP.format(body=body), "FFC407")


def test_parameters_of_every_kind() -> None:
    app = APP.replace("data, more=None", "data, /, more=None, *rest, only=3, **named")
    body = "data.pop(); more.pop(); only.pop(); named.pop('a'); rest.pop()"
    names = [message.split("`")[3] for message in messages(app.format(body=body), "FFC407")]
    assert names == ["data", "more", "only"]
