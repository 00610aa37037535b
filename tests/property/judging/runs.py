"""Runs of an app and of its driver, to be compared."""

from __future__ import annotations

import re
import traceback
from collections import Counter
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

from ffc.authoring import graph
from ffc.authoring.arguments import value_of
from ffc.authoring.flow import LocalWorkflow, RayWorkflow
from ffc.authoring.item import Item
from ffc.authoring.node import Node

from . import eager_ray
from .calls import TASKS, Calls
from .process import Script, at_most, run_local
from .runner import Ran
from .unwatched import unwatched

_OPTIONS = re.compile(r" with \[.*\]$")
_DEFAULT_NAME = re.compile(r"[\w.<>]+_\d{4,}")

Wired = Counter[str]


@dataclass
class Wiring:
    """What the runs of an app execute, as text: names, options, and calls with their arguments.

    `spare` is the part that no leaf needs. `idle` are the nodes that are there at a run, and that
    it does not reach: their names and calls.
    """

    done: Wired = field(default_factory=Counter)
    spare: Wired = field(default_factory=Counter)
    idle: Wired = field(default_factory=Counter)


class _Watch:
    def __init__(self) -> None:
        self.wiring = Wiring()
        self.made: list[Node] = []
        self._add = graph.add

    def add(self, node: Node) -> Node:
        self.made.append(node)
        return self._add(node)

    def run(self, flow: LocalWorkflow) -> Any:
        running = flow.find_nodes()
        needed = _needed(flow)
        results: dict[Node, Any] = {}
        for node in running:
            wired = self._computed(node, results)
            self.wiring.done += wired
            if node not in needed:
                self.wiring.spare += wired
        values = deepcopy(value_of([*flow.leaves], results))
        for node in self.made:
            if node not in results:
                self.wiring.idle += _without_options(self._computed(node, results))
        return values[0] if len(values) == 1 else values

    def _computed(self, node: Node, results: dict[Node, Any]) -> Wired:
        args, kwargs = value_of(node.args, results), value_of(node.kwargs, results)
        calls = Calls()
        results[node] = calls.within(lambda: node.function(*args, **kwargs))
        return Counter([_wired(node)]) + calls.made


def _needed(flow: LocalWorkflow) -> set[Node]:
    """The leaves and all that they come from."""
    pending = [leaf.node if isinstance(leaf, Item) else leaf for leaf in flow.leaves]
    found: set[Node] = set()
    while pending:
        node = pending.pop()
        if node not in found:
            found.add(node)
            pending += graph.parents(node)
    return found


def wiring_of(app: str) -> Wiring:
    """What an app runs."""
    watch = _Watch()

    def run(flow: LocalWorkflow, *_: object, **__: object) -> Any:
        return watch.run(flow)

    with (
        patch.object(graph, "add", watch.add),
        patch.object(LocalWorkflow, "run", run),
        patch.object(RayWorkflow, "run", run),
    ):
        run_local(app)
    return watch.wiring


def unlike(app: Wiring, driver: Wired) -> tuple[Wired, Wired]:
    """What the driver does not run and should, and what it runs and should not.

    Where the driver decides which of several nodes a variable holds, its nodes are submitted as
    they are made, before it is known which of them the leaves come from. So it may run nodes that
    the app made and does not reach, and leave out some that no leaf needs: the tasks of random apps
    do nothing but to compute, so that nobody can see a difference.
    """
    missing, added = app.done - driver, driver - app.done
    return missing - app.spare, Counter(
        {one: count for one, count in added.items() if count > app.idle[_bare(one)]}
    )


def _without_options(wired: Wired) -> Wired:
    found: Wired = Counter()
    for one, count in wired.items():
        found[_bare(one)] += count
    return found


def _bare(one: str) -> str:
    """The text of a node without its options, which queries of idle nodes do not give them."""
    return _OPTIONS.sub("", one)


def _wired(node: Node) -> str:
    is_named = not isinstance(node.function, type) and not _DEFAULT_NAME.fullmatch(node.name)
    return _shown(node.name if is_named else None, node.remote_args)


def _shown(name: str | None, options: Any) -> str:
    return f"{name!r} with {sorted(options.items())}"


class Simulation:
    """Runs drivers on the stand-in for Ray."""

    def __init__(self) -> None:
        self.wired: Wired = Counter()

    def run(self, driver: str) -> Ran:
        cluster = eager_ray.Cluster()
        script = Script()
        try:
            with patch.dict("sys.modules", eager_ray.modules(cluster)), at_most(10):
                script.run(unwatched(driver), "app_driver.py")
        except BaseException as error:
            return Ran(script.printed.getvalue(), "".join(traceback.format_exception(error)))
        self.wired = Counter(
            _shown(one.options.get("name"), _without_own(one.options))
            for one in cluster.submitted
            if one.name not in TASKS
        )
        self.wired += cluster.calls.made
        return Ran(script.printed.getvalue(), "")

    def close(self) -> None:
        """Nothing is left behind."""


def _without_own(options: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in options.items() if key not in ("name", "num_returns")}
