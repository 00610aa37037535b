"""How large constants are taken to be."""

from __future__ import annotations

import pytest

from .apps import messages

APP = """\
import os

import numpy
import numpy as np
import torch
from numpy.random import default_rng, rand

from ffc import RayWorkflow, task

N = 1_000
M = N * 10 - 0
TABLE{annotation} = {value}


@task
def work(n):
    return TABLE[n]


print(RayWorkflow(work(3), workflow_name="w").run())
"""

LARGE = {
    "[0] * 10_000_000": "50 MB",
    "1_000_000 * [None, 'abc']": "8 MB",
    "[[0] * N] * N": "5 MB",
    "b'x' * N * N": "1 MB",
    "'ab' * 2**20": "2 MB",
    "list(range(0, M * 10, 2))": "250 kB",
    "set(n for n in range(M * 10))": "500 kB",
    "[(n, n) for n in range(N) for m in range(N)]": "10 MB",
    "{n: 'name' for n in range(100_000)}": "900 kB",
    "[[0] * N, {'a': 'b' * M * 10}]": "105 kB",
    "bytes(N * N)": "1 MB",
    "bytearray(b'a' * N * N)": "1 MB",
    "np.zeros((10_000, 10_000))": "800 MB",
    "numpy.ones([N, N], dtype=np.float32)": "4 MB",
    "np.full(M * 10, 3.5, dtype='int8')": "100 kB",
    "np.empty(shape=(N, N), dtype=bool)": "1 MB",
    "np.random.rand(N, N)": "8 MB",
    "rand(N, N)": "8 MB",
    "np.random.normal(0, 1, (N, N))": "8 MB",
    "default_rng(3).normal(size=M * 10)": "800 kB",
    "np.random.randint(0, 9, size=[N, N])": "8 MB",
    "np.arange(N * N).reshape(N, N)": "8 MB",
    "np.linspace(0, 1, num=N * N)": "8 MB",
    "np.eye(N)": "8 MB",
    "torch.zeros(N, N)": "4 MB",
    "np.zeros((10**6, 10**6))": "8 TB",
    repr("words " * 20_000): "120 kB",
    f"os.path.join({'a' * 100_001!r})": "100 kB",
    repr(list(range(20_000))): "129 kB",
}

UNKNOWN_OR_SMALL = [
    "[0] * 100",
    "'a' * -N",
    "range(10_000_000)",
    "list(range(10))",
    "[n for n in range(10_000_000) if n > 5]",
    "[0] * os.cpu_count()",
    "[0] * len('a')",
    "np.zeros((100, 100))",
    "np.zeros(10_000_000).sum()",
    "np.load('a.npy')",
    "len([0] * 10_000_000)",
    "([0] * 10_000_000)[0]",
    "2 ** 10_000_000 % 7",
    "N * M",
    "os.zeros(10_000_000)",
    "range(0, 10, 0)",
    "N // 0 if False else 'a' * (N // (N - N))",
]


@pytest.mark.parametrize("annotation", ["", ": object"])
@pytest.mark.parametrize(("value", "size"), LARGE.items(), ids=lambda text: text[:50])
def test_large(value: str, size: str, annotation: str) -> None:
    if annotation and len(value) > 1000:
        return
    found = messages(APP.format(value=value, annotation=annotation), "FFC409")
    assert found == [f"`TABLE` takes about {size}, which Ray sends with task `work`"]


@pytest.mark.parametrize("value", UNKNOWN_OR_SMALL)
def test_unknown_or_small(value: str) -> None:
    assert not messages(APP.format(value=value, annotation=""), "FFC409")


def test_bound_twice() -> None:
    value = "[0] * 10_000_000\nif len(TABLE) > 3:\n    TABLE = []"
    assert not messages(APP.format(value=value, annotation=""), "FFC409")
