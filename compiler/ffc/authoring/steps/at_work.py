"""Whose logs those of the moment are."""

from __future__ import annotations

from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def at_work(label: str) -> Iterator[None]:
    """Within `with at_work(label):`, logs are those of the step or resource with that label."""
    from ffc.runtime.steps.log import node

    before = node["label"]
    node["label"] = label
    try:
        yield
    finally:
        node["label"] = before
