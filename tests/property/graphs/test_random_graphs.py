"""Random step graphs: what the app prints when it is run here, its driver prints, in any chunks.

They are run on the stand-in for Ray, a few on Ray itself. `python -m tests.property.graphs 500`
tries any number on the stand-in. A graph that fails becomes a case in `tests/graphs`.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest

from ..judging.judge import Kind
from ..judging.process import run_local
from ..judging.runner import Runner
from ..test_random_apps import FIRST
from .generator import generate
from .judging import CHUNKS, verdict_on

SIMULATED = range(FIRST, FIRST + 20)
ON_RAY = range(FIRST, FIRST + 2)


@pytest.fixture(scope="module")
def runner(cluster: str) -> Iterator[Runner]:
    runner = Runner(cluster)
    yield runner
    runner.close()


@pytest.mark.parametrize("seed", SIMULATED)
def test_simulated(seed: int) -> None:
    app, verdict = verdict_on(seed, CHUNKS)
    assert verdict.kind is Kind.RIGHT, f"{verdict}\n\n{app}"


@pytest.mark.parametrize("seed", ON_RAY)
def test_on_ray(seed: int, runner: Runner) -> None:
    app, verdict = verdict_on(seed, ())
    assert verdict.kind is Kind.RIGHT, f"{verdict}\n\n{app}"
    ran = runner.run(verdict.driver, "--chunk", str(Random(seed).choice([1, 2, 5])))
    assert not ran.error, f"seed {seed}\n{ran.error}\n\n{app}"
    assert ran.stdout == run_local(generate(seed)), f"seed {seed}\n\n{app}"


@pytest.mark.parametrize("seed", range(3))
def test_same_seed_same_app(seed: int) -> None:
    assert generate(seed) == generate(seed) != generate(seed + 1)
