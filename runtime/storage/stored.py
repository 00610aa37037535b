"""Workflows with a storage: what is there is read, the rest runs and is saved."""

from __future__ import annotations

import inspect
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import ray
from ray.actor import ActorClass

from .fingerprint import Sources, digest_of
from .running import Running
from .storage import Storage, StorageProblem, say


class StoredWorkflow:
    """Nodes whose results are in `storage`: `run` runs those that are not there."""

    READERS = 4  # each is a worker process

    def __init__(self, storage: Storage, name: str) -> None:
        self.storage, self.name = storage, name
        self.nodes: list[StoredNode] = []
        self.problem: str | None = None  # why nothing can be written

    def node(self, function: Any, **options: Any) -> Maker:
        """What makes a node by `.remote()`: of a task, or of a class of actors."""
        return Maker(partial(self.add, function, None), options)

    def notes(self, gather: Any, step: Any, *arguments: Any) -> Any:
        """What stands for the notes of a step graph, which runs if they are needed."""
        options = {"name": f"{step.name} notes"}
        self.nodes.append(
            StoredNotes(self, gather, None, options, (step, *arguments), {})
        )
        return self.nodes[-1]

    def add(
        self,
        function: Any,
        actor: StoredActor | None,
        options: dict[str, Any],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> Any:
        kind = StoredActor if isinstance(function, ActorClass) else StoredNode
        node = kind(self, function, actor, options, args, kwargs)
        self.nodes.append(node)
        count = options.get("num_returns", 1)
        return node if count == 1 else [node[index] for index in range(count)]

    def run(self, *wanted: Any, limit: int = 0, resume: str = "fresh") -> Any:
        """Runs what must run, saves it, and gives the value or values of `wanted`."""
        nodes, self.nodes = self.nodes, []
        is_list = len(wanted) == 1 and isinstance(wanted[0], list)
        leaves = [*wanted[0]] if is_list else [*wanted]
        sources = Sources(inspect.getsource(sys.modules[__name__]), globals())
        fresh = self.look(nodes, resume, sources)
        runs, reads = split(nodes, leaves, fresh)
        while broken := self.read([node for node in reads if not node.refs]):
            fresh -= broken
            runs, reads = split(nodes, leaves, fresh)
        if self.problem and any(node.is_stored for node in runs):
            raise StorageProblem(
                f"{self.name}: the storage {self.storage.store.path} cannot be used: "
                f"{self.problem}.\nNothing has run: mend that and start again."
            )
        for node in nodes if resume == "name" else ():
            node.follow_on(node in fresh, sources)
        Running(self.storage, self.name, nodes, limit or len(runs)).run(runs)
        values = ray.get([ref_of(leaf) for leaf in leaves])
        return values if is_list or len(values) > 1 else values[0] if values else None

    def look(
        self, nodes: list[StoredNode], resume: str, sources: Sources
    ) -> set[StoredNode]:
        """The nodes whose results are there and up to date; says why others are not."""
        for node in nodes:
            node.describe(sources)
        stored = [node for node in nodes if node.is_stored]
        wanted = {node.name: node.fingerprint for node in stored}
        for name, same in Counter(node.name for node in stored).items():
            if same > 1:
                raise StorageProblem(
                    f"{self.name}: {same} nodes are called {name!r}: a storage "
                    "could not tell their results apart. Give each its own name."
                )
        found, self.problem = self.storage.look(self.name, wanted)
        fresh = set()
        for node in stored if resume != "never" else ():
            if node.name not in found:
                continue
            node.found = found[node.name]
            reason = node.stale(node.found, resume == "name")
            if reason:
                say(f"{self.name}: {node.name} runs again: {reason}")
            else:
                fresh.add(node)
        return fresh

    def read(self, nodes: list[StoredNode]) -> set[StoredNode]:
        """Begins to read results; gives the nodes whose results cannot be read."""
        problems: list[Any] = []
        busy: list[Any] = []
        for node in nodes:
            if len(busy) == self.READERS:
                _, busy = ray.wait(busy, fetch_local=False)
            problems.append(self.storage.read(self.name, node))
            busy.append(problems[-1])
        broken, again = set(), []
        for node, problem in zip(nodes, ray.get(problems), strict=True):
            if problem is None:
                continue
            node.refs = []
            if "__main__" in problem and not node.needs_classes:
                node.needs_classes = True
                again.append(node)
            else:
                say(f"{self.name}: {node.name} runs again: its file: {problem}")
                broken.add(node)
        return broken | self.read(again) if again else broken


class Maker:
    """Makes a node by `.remote()`, as Ray's tasks and actors do."""

    def __init__(self, make: Callable[..., Any], options: dict[str, Any]) -> None:
        self.make, self.given = make, options

    def options(self, **options: Any) -> Maker:
        return Maker(self.make, options)

    def remote(self, *args: Any, **kwargs: Any) -> Any:
        return self.make(self.given, args, kwargs)


class StoredNode:
    """A call that runs if it must; it stands for its result, `[key]` for an item."""

    __stored_ref__ = True

    def __init__(
        self,
        workflow: StoredWorkflow,
        function: Any,
        actor: StoredActor | None,
        options: dict[str, Any],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> None:
        self.workflow, self.function, self.actor = workflow, function, actor
        self.options, self.args, self.kwargs = options, args, kwargs
        self.name = options.get("name") or f"{function}()"
        self.refs: list[Any] = []
        self.items: dict[Any, Any] = {}
        self.fingerprint = ""
        self.record: dict[str, Any] = {}
        self.found: Any = None
        self.needs_classes = False
        self.before = actor.follow(self) if actor is not None else None

    def __getitem__(self, key: Any) -> StoredItem:
        return StoredItem(self, key)

    @property
    def is_stored(self) -> bool:
        return self.actor is None

    @property
    def parents(self) -> Iterator[StoredNode]:
        """The nodes that must have run, or been read, before this one."""
        yield from nodes_in((self.args, self.kwargs))
        if self.before is not None:
            yield self.before

    def describe(self, sources: Sources) -> None:
        """Finds what its result depends on."""
        code: str = self.function
        variables: dict[str, str] = {}
        if not isinstance(code, str):
            code, variables = sources.facts(sources.names[id(code)])
        given = {**{str(i): value for i, value in enumerate(self.args)}, **self.kwargs}
        self.record = {
            "code": code,
            "variables": variables,
            "arguments": {
                name: digest_of(value, sources) for name, value in given.items()
            },
            "runtime_env": digest_of(self.options.get("runtime_env")),
            "before": self.before.fingerprint if self.before is not None else "",
        }
        self.fingerprint = digest_of(self.record)
        self.record |= {"node": self.name, "fingerprint": self.fingerprint}

    def follow_on(self, taken: bool, sources: Sources) -> None:
        """Has what follows from a result that was taken by its name tell of which."""
        if taken:
            self.fingerprint = (self.found or {}).get("fingerprint", "by its name")
        else:
            self.describe(sources)

    def stale(self, found: Any, by_name: bool) -> str:
        """Why a stored result is not this node's, by the record `found` with it."""
        if isinstance(found, str):
            return f"its file: {found}"
        if by_name:
            return ""
        if found is None:
            return "it has no record (--resume=name takes it)"
        if found.get("fingerprint") == self.fingerprint:
            return ""
        if found.get("code") != self.record["code"]:
            return "its code changed"
        for what in ("variables", "arguments"):
            then, now = found.get(what, {}), self.record[what]
            changed = [n for n in {**then, **now} if then.get(n) != now.get(n)]
            if changed:
                return f"{what} changed: {', '.join(map(self.word, changed))}"
        return "its runtime_env changed"

    def word(self, name: str) -> str:
        """What to call an argument: that at a position is counted from 1."""
        given = {**{str(i): value for i, value in enumerate(self.args)}, **self.kwargs}
        number = str(int(name) + 1) if name.isdigit() else name
        from_nodes = ", ".join(dict.fromkeys(n.name for n in nodes_in(given.get(name))))
        return f"{number} (from {from_nodes})" if from_nodes else number

    def submit(self) -> None:
        args = [ref_of(value) for value in self.args]
        kwargs = {name: ref_of(value) for name, value in self.kwargs.items()}
        made = self.maker().options(**self.options).remote(*args, **kwargs)
        self.refs = made if isinstance(made, list) else [made]

    def maker(self) -> Any:
        return (
            self.function
            if self.actor is None
            else getattr(self.actor.handle, self.function)
        )


class StoredNotes(StoredNode):
    """The notes of a step, whose actors start if they are needed."""

    @property
    def is_stored(self) -> bool:
        return False

    def describe(self, sources: Sources) -> None:
        self.fingerprint = digest_of(graph_of(self.args[0], sources), sources)

    def submit(self) -> None:
        self.refs = [self.function(*self.args)]


def graph_of(step: Any, sources: Sources) -> Any:
    """What the notes of a step depend on."""
    maker = class_behind(step.maker)
    name = sources.names.get(id(maker), step.name.partition(".")[0])
    given = {
        key: graph_of(value, sources) if isinstance(value, type(step)) else value
        for key, value in step.parameters.items()
    }
    inputs = [(output, graph_of(node, sources)) for output, node in step.inputs]
    return sources.digest(name), step.arguments, given, inputs


def class_behind(maker: Any) -> Any:
    """The class of actors that `maker` makes, which may be `Class.options(...)`."""
    cells = getattr(maker.remote, "__closure__", None) or ()
    found = [one.cell_contents for one in cells]
    return next((one for one in found if isinstance(one, ActorClass)), maker)


class StoredActor(StoredNode):
    """An actor that starts if one of its calls must run."""

    handle: Any = None
    last: StoredNode | None = None

    def __getattr__(self, method: str) -> Maker:
        if method.startswith("__"):
            raise AttributeError(method)
        return Maker(partial(self.workflow.add, method, self), {})

    def follow(self, call: StoredNode) -> StoredNode:
        """Gives the call before, or the actor itself: calls run in their order."""
        before, self.last = self.last or self, call
        return before

    @property
    def is_stored(self) -> bool:
        return False

    def submit(self) -> None:
        super().submit()
        self.handle = self.refs[0]
        self.refs = [self.handle.__ray_ready__.remote()]


class StoredItem:
    """An item of a node's result."""

    __stored_ref__ = True

    def __init__(self, node: StoredNode, key: Any) -> None:
        self.node, self.key = node, key

    @property
    def fingerprint(self) -> str:
        return digest_of((self.node.fingerprint, self.key))


@ray.remote
def item_of(result: Any, key: Any) -> Any:
    """One item, so that who uses it does not get the rest."""
    return result[key]


def ref_of(value: Any) -> Any:
    """What Ray gets for an argument."""
    if isinstance(value, StoredNode):
        return value.refs[0]
    if not isinstance(value, StoredItem):
        return value
    node, key = value.node, value.key
    if len(node.refs) > 1:
        return node.refs[key]
    if repr(key) not in node.items:
        node.items[repr(key)] = item_of.remote(node.refs[0], key)
    return node.items[repr(key)]


def nodes_in(value: Any, within: tuple[int, ...] = ()) -> Iterator[StoredNode]:
    """The nodes in arguments, those inside of containers too."""
    if isinstance(value, StoredNode):
        yield value
    elif isinstance(value, StoredItem):
        yield value.node
    elif isinstance(value, (dict, list, tuple)) and id(value) not in within:
        for inner in value.values() if isinstance(value, dict) else value:
            yield from nodes_in(inner, (*within, id(value)))


def split(
    nodes: list[StoredNode], leaves: Iterable[Any], fresh: set[StoredNode]
) -> tuple[list[StoredNode], list[StoredNode]]:
    """The nodes that must run, and those to read for them, in their order.

    The call of an actor runs if its result is needed or nothing follows.
    """
    needed = {*nodes_in([*leaves])}
    followed: set[StoredNode] = set()
    runs, reads = [], []
    for node in reversed(nodes):
        parents = [*node.parents]
        waits = node in needed or node not in followed
        followed.update(parents)
        if waits if not node.is_stored else node not in fresh:
            runs.append(node)
            needed.update(parents)
        elif node in needed:
            reads.append(node)
    return runs[::-1], reads[::-1]
