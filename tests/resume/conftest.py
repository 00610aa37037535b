"""Drivers with a storage, run again and again on the suite's cluster."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.conftest import mounted, s3_endpoint, s3_options

from .case import Case
from .runner import Runner

__all__ = ["mounted", "s3_endpoint", "s3_options"]


@pytest.fixture(scope="session")
def runner(cluster: str) -> Iterator[Runner]:
    """The process that runs most drivers."""
    made = Runner()
    yield made
    made.close()


@pytest.fixture
def case(tmp_path: Path, runner: Runner, cluster: str) -> Case:
    """An app with an empty storage; `case.app(text)` says what app."""
    return Case(tmp_path, runner, cluster)
