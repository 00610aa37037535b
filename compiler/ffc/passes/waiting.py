"""Which nodes a run must wait for: those whose errors would be lost else.

    a = f(1)                            if nothing fetches what they return:
    if found:               →           `g`, where it is made, and `f`, which `g` may not take
        b = g(a)
    RayWorkflow(a, b, workflow_name="w").run()

An error goes from a node to those that take it. It is seen if one of these is made whenever the
node is, and its own error is seen. What only runs because a block takes it, is left to that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ..ir import Flow, Node, Program
from .post_dominance import PostDominance


def waits(
    program: Program, flow: Flow, running: Sequence[int], after: PostDominance
) -> tuple[int, ...]:
    """The nodes to wait for; `running` are those of the run, in the order of the app."""
    if flow.how is not None:
        return ()  # what runs a step graph waits itself
    nodes = [program.nodes[index] for index in running]
    sure = _sure(flow, nodes, after)
    takers = _by_taken({node.id: _taken(node) for node in nodes})
    seen: set[int] = set()
    found: set[int] = set()
    for node in reversed(running):
        if after.is_met(node, [taker for taker in takers[node] if taker in seen]):
            seen.add(node)
        elif not takers[node] or node in sure:
            seen.add(node)
            found.add(node)
    return tuple(node.id for node in nodes if node.id in found and not node.is_of_graph)


def _sure(flow: Flow, nodes: Sequence[Node], after: PostDominance) -> set[int]:
    """The nodes that run whenever they are made, whatever is made in other blocks."""
    found = {*(ref.node for ref in flow.leaves), *flow.taken}
    children = _by_taken({node.id: (*_taken(node), *node.parents) for node in nodes})
    for node in reversed(nodes):
        if after.is_met(node.id, [child for child in children[node.id] if child in found]):
            found.add(node.id)
    for node in nodes:
        if node.parents and found.issuperset(node.parents):
            found.add(node.id)
    return found


def _taken(node: Node) -> tuple[int, ...]:
    """The nodes whose errors are those of this one, too."""
    actor = () if node.actor is None else (node.actor,)
    return (*(ref.node for ref in node.inputs), *node.taken, *actor)


def _by_taken(taken: dict[int, tuple[int, ...]]) -> defaultdict[int, list[int]]:
    """For each node that some take, these."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for node, others in taken.items():
        for other in dict.fromkeys(others):
            found[other].append(node)
    return found
