"""Whether an app means one thing, whoever runs it.

The library runs more than can be compiled: it shows nodes in strings, and as it computes a node
during the run and without a copy, a change behind the node's back is seen. Run here, an app that
makes use of such things raises `Illegal`. Apps are made, and made smaller, with its help.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from copy import deepcopy
from typing import Any
from unittest.mock import patch

from ffc.authoring import graph
from ffc.authoring.arguments import may_gain_nodes, value_of
from ffc.authoring.flow import LocalWorkflow, RayWorkflow
from ffc.authoring.instance import Instance
from ffc.authoring.item import Item
from ffc.authoring.lend import lend
from ffc.authoring.node import Node

from .process import Script, at_most, run_local

_MOST_NODES = 120
_MOST_OBJECTS = 6  # each is a process on Ray


class Illegal(BaseException):
    """The app does what random apps should not do; no handler of the app's catches it."""


class Watch:
    """Computes each node when it is made, and sees to it that the run finds the same."""

    def __init__(self) -> None:
        graph._unsettled.clear()  # the nodes of other apps, which this process ran before
        self.results: dict[Node, Any] = {}
        self.runs = 0
        self._objects = 0
        self._given: list[tuple[Node, object]] = []
        self._add = graph.add

    def add(self, node: Node) -> Node:
        if len(self.results) >= _MOST_NODES:
            raise Illegal("too many nodes")
        self._add(node)
        given = (node.args, node.kwargs)
        if may_gain_nodes((*node.args, *node.kwargs.values())):
            self._given.append((node, _snapshot(given)))
        self.results[node] = self._computed(node, self.results)
        return node

    def run(self, flow: LocalWorkflow) -> Any:
        """In place of the library's: each run must find what was computed before."""
        self.runs += 1
        self.settle()
        if not flow.leaves:
            raise Illegal("a workflow without leaves")
        results: dict[Node, Any] = {}
        for node in flow.find_nodes():
            results[node] = self._computed(node, results)
            if not _is_object(node) and results[node] != self.results[node]:
                raise Illegal("a task reads what has changed since its node was made")
        values = deepcopy(value_of([*flow.leaves], results))
        return values[0] if len(values) == 1 else values

    def settle(self) -> None:
        """Raises if a list or dict was changed after a node got it."""
        for node, before in self._given:
            if _snapshot((node.args, node.kwargs)) != before:
                raise Illegal("a container changes after a node got it")

    def _computed(self, node: Node, results: dict[Node, Any]) -> Any:
        args, kwargs = value_of(node.args, results), value_of(node.kwargs, results)
        result = node.function(*args, **kwargs)
        if _is_object(node):
            self._objects += 1
            if self._objects > _MOST_OBJECTS:
                raise Illegal("too many objects")
            return result
        return deepcopy(result)


def _is_object(node: Node) -> bool:
    return isinstance(node.function, type)


def _snapshot(value: object) -> object:
    if isinstance(value, (list, tuple)):
        return [_snapshot(part) for part in value]
    if isinstance(value, dict):
        return [(key, _snapshot(part)) for key, part in value.items()]
    if isinstance(value, Item):
        return (id(value.node), value.key)
    return id(value) if isinstance(value, Node) else value


def _no_text(self: object) -> str:
    raise Illegal("the text of a node")


@contextlib.contextmanager
def watched(watch: Watch) -> Iterator[None]:
    """Within this, what runs in this process is watched."""

    def run(flow: LocalWorkflow, *_: object, **__: object) -> Any:
        return watch.run(flow)

    with contextlib.ExitStack() as stack:
        stack.enter_context(lend())
        stack.enter_context(patch.object(graph, "add", watch.add))
        for owner in (Node, Item, Instance):
            stack.enter_context(patch.object(owner, "__repr__", _no_text))
        for owner in (LocalWorkflow, RayWorkflow):
            stack.enter_context(patch.object(owner, "run", run))
        yield


def run_legal(app: str) -> str:
    """What a legal app prints; raises what is wrong with another."""
    script, watch = Script(), Watch()
    with watched(watch), at_most(5):
        script.run(app)
        watch.settle()
    if not watch.runs:
        raise Illegal("nothing runs")
    printed = script.printed.getvalue()
    if run_local(app) != printed:
        raise Illegal("what it prints depends on two names for one object")
    return printed
