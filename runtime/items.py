"""Items of what actors return."""

from typing import Any

import ray


@ray.remote
def item(result: Any, key: Any) -> Any:
    """One item of a result."""
    return result[key]
