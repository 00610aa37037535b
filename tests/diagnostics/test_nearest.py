from __future__ import annotations

import pytest

from ffc.diagnostics.nearest import nearest

NAMES = ("num_cpus", "num_gpus", "max_retries", "SPREAD", "DEFAULT")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("num_cpu", "num_cpus"),
        ("num_gpu", "num_gpus"),
        ("spread", "SPREAD"),
        ("max_retry", "max_retries"),
        ("zzz", None),
        ("", None),
    ],
)
def test_nearest(name: str, expected: str | None) -> None:
    assert nearest(name, NAMES) == expected
    assert nearest(name, reversed(NAMES)) == expected


def test_a_tie_is_decided_the_same_way_in_any_order() -> None:
    assert nearest("num_xpus", ("num_cpus", "num_gpus")) == "num_gpus"
    assert nearest("num_xpus", ("num_gpus", "num_cpus")) == "num_gpus"


def test_no_candidates() -> None:
    assert nearest("a", ()) is None
