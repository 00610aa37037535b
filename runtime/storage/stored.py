"""Workflows with a storage: what is there is read, the rest runs and is saved."""

from __future__ import annotations

import inspect
import sys
from collections import Counter
from typing import Any

import ray
from ray.actor import ActorClass

from .actors import ActorNode
from .features import ACTORS, CLASSES, REMOTE, UNSTORED
from .fingerprint import Sources
from .nodes import StoredNode, nodes_in, ref_of
from .notes import StoredNotes
from .running import Running
from .storage import Storage, StorageProblem


class StoredWorkflow:
    """Nodes whose results are in `storage`: `run` runs those that are not there."""

    READERS = 4  # each is a worker process

    def __init__(self, storage: Storage, name: str) -> None:
        self.storage, self.name = storage, name
        self.nodes: list[StoredNode] = []

    def node(self, function: Any, **options: Any) -> StoredNode:
        """What makes a node by `.remote()`: of a task, or of a class of actors."""
        if ACTORS and isinstance(getattr(function, "target", function), ActorClass):
            return ActorNode(self, function, options)
        return StoredNode(self, function, options)

    def notes(self, gather: Any, step: Any, *arguments: Any) -> Any:
        """What stands for the notes of a step graph, which runs if they are needed."""
        notes = StoredNotes(self, gather, {"name": f"{step.name} notes"})
        return notes.remote(step, *arguments)

    def run(self, *wanted: Any, limit: int = 0, resume: str = "fresh") -> Any:
        """Runs what must run, saves it, and gives the value or values of `wanted`."""
        nodes, self.nodes = self.nodes, []
        is_list = len(wanted) == 1 and isinstance(wanted[0], list)
        leaves = [*wanted[0]] if is_list else [*wanted]
        runs = self.plan(nodes, leaves, resume)
        Running(self.storage, self.name, nodes, limit or len(runs)).run(runs)
        values = ray.get([ref_of(leaf) for leaf in leaves])
        return values if is_list or len(values) > 1 else values[0] if values else None

    def plan(
        self, nodes: list[StoredNode], leaves: list[Any], resume: str
    ) -> list[StoredNode]:
        """The nodes that must run; begins to read what these and `leaves` need."""
        sources = Sources(inspect.getsource(sys.modules[__name__]), globals())
        for node in nodes:
            node.describe(sources)
        fresh, problem = self.look(nodes, resume)
        runs, reads = split(nodes, leaves, fresh)
        while unread := [node for node in reads if not node.refs]:
            fresh -= self.read(unread)
            runs, reads = split(nodes, leaves, fresh)
        to_save = runs
        if UNSTORED:
            to_save = [node for node in runs if node.is_stored]
        if problem and to_save:
            raise StorageProblem(
                f"{self.name}: the storage {self.storage.store.path} cannot be used: "
                f"{problem}.\nNothing has run: mend that and start again."
            )
        for node in nodes if resume == "name" else ():
            if node not in fresh:
                node.describe(sources)
            else:  # what follows from it tells of which result it does
                node.fingerprint = (node.found or {}).get("fingerprint", "by its name")
        for node in nodes:
            if node in fresh:
                node.tell()
        return runs

    def look(
        self, nodes: list[StoredNode], resume: str
    ) -> tuple[set[StoredNode], str | None]:
        """The nodes whose results are there and up to date; says why others are not.

        Beside them, why nothing can be written, if so.
        """
        if UNSTORED:
            nodes = [node for node in nodes if node.is_stored]
        wanted = {node.name: node.fingerprint for node in nodes}
        for name, same in Counter(node.name for node in nodes).items():
            if same > 1:
                raise StorageProblem(
                    f"{self.name}: {same} nodes are called {name!r}: a storage "
                    "could not tell their results apart. Give each its own name."
                )
        looking = self.storage.submit("look", self.name, wanted)
        if REMOTE:
            self.storage.wait_for(looking)
        found, problem = ray.get(looking)
        fresh = set()
        for node in nodes if resume != "never" else ():
            if node.name in found:
                node.found = found[node.name]
                reason = node.stale(by_name=resume == "name")
                if reason:
                    self.say(node, reason)
                else:
                    fresh.add(node)
        return fresh, problem

    def read(self, nodes: list[StoredNode]) -> set[StoredNode]:
        """Begins to read results; gives the nodes whose results cannot be read."""
        problems: list[Any] = []
        busy: list[Any] = []
        for node in nodes:
            if len(busy) == self.READERS:
                _, busy = ray.wait(busy, fetch_local=False)
            count = node.ray_options.get("num_returns", 1)
            given = [self.name, node.name, count]
            if CLASSES:
                given += node.classes
            problem, *node.refs = self.storage.submit(
                "read_items", *given, num_returns=count + 1
            )
            problems.append(problem)
            busy.append(problem)
        broken = set()
        for node, problem in zip(nodes, ray.get(problems), strict=True):
            if problem is None:
                continue
            node.refs = []
            if CLASSES and "__main__" in problem and not node.classes:
                node.classes = (self.storage.classes,)  # it is read once more
                continue
            self.say(node, f"its file: {problem}")
            broken.add(node)
        return broken

    def say(self, node: StoredNode, reason: str) -> None:
        print(f"{self.name}: {node.name} runs again: {reason}", file=sys.stderr)


def split(
    nodes: list[StoredNode], leaves: list[Any], fresh: set[StoredNode]
) -> tuple[list[StoredNode], list[StoredNode]]:
    """The nodes that must run, and those to read for them, in their order."""
    needed = {*nodes_in(leaves)}
    runs, reads = [], []
    if UNSTORED:
        followed: set[StoredNode] = set()
    for node in reversed(nodes):
        must_run = node not in fresh
        if UNSTORED and not node.is_stored:
            # The call of an object runs if its result is needed, or nothing follows.
            must_run = node in needed or node not in followed
        if must_run:
            runs.append(node)
            needed.update(node.parents)
        elif node in needed:
            reads.append(node)
        if UNSTORED:
            followed.update(node.parents)
    return runs[::-1], reads[::-1]
