"""The graph that nodes make through their arguments, and what of it runs."""

from __future__ import annotations

from heapq import heapify, heappop, heappush

from ffc.authoring.arguments import check, may_gain_nodes, nodes_in

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ffc.authoring.node import Node

# A list or dict is looked into when the workflow runs, not when it is passed: these nodes may come
# to have parents that do not know of them yet.
_unsettled: list[Node] = []


def add(node: Node) -> Node:
    """Make `node` known to its parents and return it. TypeError if an argument cannot be one."""
    check((node.args, node.kwargs))
    _join(node)
    if may_gain_nodes((*node.args, *node.kwargs.values())):
        _unsettled.append(node)
    return node


def parents(node: Node) -> dict[Node, None]:
    """Return the nodes that `node` waits for, as the arguments are now, each once, in order."""
    found = dict.fromkeys(nodes_in((node.args, node.kwargs)))
    if node.after is not None:
        found[node.after] = None
    return found


def nodes_to_run(leaves: Iterable[Node]) -> list[Node]:
    """Return the nodes that a workflow of `leaves` runs, in order: parents first, else as made.

    These are the roots that `leaves` come from, then every node all of whose parents run, so also
    nodes that no leaf needs. What a list or dict holds only now may be an error: ValueError if a
    leaf comes from itself, TypeError if an argument cannot be one.
    """
    leaves = list(leaves)
    for node in _unsettled:
        _join(node)
    ready = [(root.serial, root) for root in _roots(leaves)]
    heapify(ready)
    order: dict[Node, None] = {}
    waits_for: dict[Node, dict[Node, None]] = {}
    while ready:
        _, node = heappop(ready)
        check((node.args, node.kwargs))
        order[node] = None
        for consumer in node.consumers:
            if consumer not in waits_for:
                waits_for[consumer] = parents(consumer)
            missing = waits_for[consumer]
            if node in missing:  # else a list or dict was changed, and no longer holds it
                del missing[node]
                if not missing:
                    heappush(ready, (consumer.serial, consumer))
    for leaf in leaves:
        if leaf not in order:
            raise ValueError(f"{leaf!r} cannot run: its arguments lead back to themselves")
    return list(order)


def _join(node: Node) -> None:
    for parent in parents(node):
        parent.consumers[node] = None


def _roots(leaves: list[Node]) -> list[Node]:
    """Return the nodes without parents that `leaves` come from."""
    roots = []
    seen = set(leaves)
    stack = list(seen)
    while stack:
        node = stack.pop()
        found = parents(node)
        if not found:
            roots.append(node)
        stack += [parent for parent in found if parent not in seen]
        seen.update(found)
    return roots
