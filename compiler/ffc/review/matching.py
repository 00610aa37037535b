"""Which workflows of two versions of an app are the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..graphs.model import Graph, Workflow


def matched(old: Graph, new: Graph) -> Iterator[tuple[int | None, int | None]]:
    """Pairs of indexes, in the order of the new app; what is gone stands behind.

    Names say it first; then those with the most functions in common are the same.
    """
    pairs: dict[int, int] = {}
    left = dict(enumerate(old.workflows))
    for at, workflow in enumerate(new.workflows):
        same = next((i for i, one in left.items() if _key(one) == _key(workflow)), None)
        if same is not None:
            pairs[at] = same
            del left[same]
    for at, workflow in enumerate(new.workflows):
        if at not in pairs and left:
            best = max(left, key=lambda i: _common(left[i], workflow))
            if _common(left[best], workflow) * 2 > len(workflow.nodes):
                pairs[at] = best
                del left[best]
    for at in range(len(new.workflows)):
        yield pairs.get(at), at
    for index in left:
        yield index, None


def _key(workflow: Workflow) -> tuple[str, bool]:
    return workflow.name.text, workflow.is_graph


def _common(one: Workflow, other: Workflow) -> int:
    """How many nodes they have alike."""
    if one.is_graph != other.is_graph:
        return 0
    both = Counter(node.function for node in one.nodes) & Counter(n.function for n in other.nodes)
    return sum(both.values())
