"""Workers of a local Ray that are forks."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from . import NOT_ON_CLUSTERS, Forks


@contextmanager
def forked_workers() -> Iterator[None]:
    """A Ray that is started here, as a local one, forks its workers."""
    from ray._private import ray_constants, workers

    forks = Forks(("ray._private.workers.default_worker",), NOT_ON_CLUSTERS)
    rays_own = Path(workers.__file__).with_name(ray_constants.SETUP_WORKER_FILENAME)
    ours = str(Path(__file__).with_name("worker.py"))
    variables = {"FFC_FORKS": forks.address, "FFC_SETUP_WORKER": str(rays_own)}
    with (
        patch.object(ray_constants, "SETUP_WORKER_FILENAME", ours),  # it is joined to a folder
        patch.dict(os.environ, variables),
    ):
        yield
    forks.close()
