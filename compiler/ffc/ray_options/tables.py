"""All options of Ray's, by what takes them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from .actor import ACTOR
from .kind import Kind
from .method import METHOD
from .ray_option import Table
from .task import TASK

TABLES: Mapping[Kind, Table] = MappingProxyType({"task": TASK, "actor": ACTOR, "method": METHOD})


def offered(kind: Kind) -> tuple[str, ...]:
    """The names worth offering to a user: public, settable on a node and not deprecated."""
    return tuple(
        name
        for name, option in TABLES[kind].items()
        if not (name.startswith("_") or option.decorator_only or option.deprecated)
    )
