"""A bound on the tasks in flight."""

from typing import Any

import ray


class InFlight:
    """At most `limit` submitted tasks are unfinished at any time."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.pending: list[Any] = []

    def add(self, refs: Any) -> Any:
        """Gives back the ref (or refs) of a task, once another one may start."""
        self.pending.append(refs[0] if isinstance(refs, list) else refs)
        while len(self.pending) >= self.limit > 0:
            _, self.pending = ray.wait(self.pending, fetch_local=False)
        return refs
