"""Waiting for nodes whose values nobody asked for."""

from typing import Any

import ray
from ray.experimental import get_object_locations


@ray.remote
def finished(result: object) -> None:
    """Runs where `result` is; fails if that is an error."""


def wait_for(*refs: Any) -> None:
    """Waits for nodes and raises their errors, without fetching what they return."""
    if not refs:
        return
    ray.wait(list(refs), num_returns=len(refs), fetch_local=False)
    # Errors are small, and small results are here; large ones are looked at in place.
    places = get_object_locations(list(refs))
    ray.get([finished.remote(r) if places[r]["node_ids"] else r for r in refs])
