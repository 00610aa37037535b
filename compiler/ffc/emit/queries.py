"""Queries whose patterns the driver matches with the name of a node."""

from __future__ import annotations

from ..ir import Node, NodeKind
from ..ir.schedule import Queries, Submission


def is_named(node: Node, submission: Submission) -> bool:
    """Whether Ray gets the name: one that the app gave, and not that of an actor."""
    return submission.name is not None and node.kind is not NodeKind.ACTOR


def grouped(queries: Queries) -> tuple[Queries, ...]:
    """The queries as dicts in their order.

    A pattern that only the driver knows may be equal to another. If that stood further up in the
    same dict, it would be matched there, with those between coming after it.
    """
    groups: list[Queries] = []
    for query in queries:
        last = groups[-1] if groups else ()
        unsure = any(any(pattern.symbols) for pattern, _ in (*last, query))
        if groups and not (unsure and len(last) > 1):
            groups[-1] = (*last, query)
        else:
            groups.append((query,))
    return tuple(groups)
