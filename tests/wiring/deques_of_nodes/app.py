"""Nodes in a deque: a queue that is worked off, a window, a ring."""

import json
from collections import deque

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def load(name):
    return [name]


@workflow
def merged(*parts):
    return sorted(sum(parts, []))


def tree(names):
    """Merges two of them until one is left."""
    queue = deque(load(name).set_name(f"load {name}") for name in names)
    while len(queue) > 1:
        queue.append(merged(queue.popleft(), queue.popleft()))
    return queue.pop()


def windows(names, size):
    window, found = deque(), []
    for name in names:
        window.append(load(name))
        if len(window) > size:
            window.popleft()
        found.append(merged(*window))
    return found


def turned(names):
    nodes = deque([load(name) for name in names])
    nodes.rotate(1)
    nodes.extendleft([load("before"), load("zero")])
    nodes.appendleft(load("first"))
    nodes.append(nodes[2])
    nodes.remove(nodes[2])
    nodes[1] = merged(nodes[1], nodes[-1])
    nodes.append(load("last"))
    nodes.reverse()
    print(len(nodes), isinstance(nodes, deque), isinstance(nodes, list), nodes == deque(nodes))
    return merged(*nodes)


def filled(names):
    """A deque that the driver fills, and one of names."""
    queue, kinds = deque(), deque(["a", "b"])
    for name in json.loads(names):
        queue.append(load(name))
    kinds.rotate()
    print(kinds, list(kinds), kinds == deque("ba"), kinds == ["b", "a"])
    return merged(*queue, *map(load, kinds))


leaves = [filled('["k", "l"]'), tree("abcde"), *windows("xyz", 2), turned("pqr")]
print(*RayWorkflow(*leaves, workflow_name="deques").run(return_results=True), sep="\n")
