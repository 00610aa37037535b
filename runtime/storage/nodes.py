"""Nodes that wait: which of them run is known when all are made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import ray

from .features import CLASSES, ITEMS, UNSTORED
from .fingerprint import Sources, digest_of


class StoredNode:
    """A call that runs if it must; it stands for its result, `[key]` for an item."""

    __stored_ref__ = True
    if UNSTORED:
        is_stored = True
    code: tuple[Any, dict[str, str]] | None = None  # of an actor's call
    found: Any = None  # the record of what is stored
    if CLASSES:
        classes: tuple[Any, ...] = ()  # of this file, if it cannot be read without

    def __init__(self, workflow: Any, function: Any, options: dict[str, Any]) -> None:
        self.workflow, self.function, self.ray_options = workflow, function, options
        self.name = options.get("name") or f"{function}()"
        self.refs: list[Any] = []
        self.items: dict[str, Any] = {}

    def remote(self, *args: Any, **kwargs: Any) -> Any:
        """Has the workflow call it with these arguments, if it must."""
        self.args, self.kwargs = args, kwargs
        self.workflow.nodes.append(self)
        if ITEMS:
            count = self.ray_options.get("num_returns", 1)
            if count > 1:
                return [self[index] for index in range(count)]
        return self

    if ITEMS:

        def __getitem__(self, key: Any) -> StoredItem:
            return StoredItem(self, key)

    def tell(self) -> None:
        """Has the monitor count it as stored, if there is one."""
        told = getattr(self.function, "stored", None)
        if told is not None:
            told(self.ray_options)

    @property
    def ref(self) -> Any:
        return self.refs[0]

    @property
    def parents(self) -> list[StoredNode]:
        """The nodes that must have run, or been read, before this one."""
        return [*nodes_in((self.args, self.kwargs))]

    @property
    def given(self) -> dict[str, Any]:
        """The arguments; those at positions are counted from 1."""
        return {**{str(n): v for n, v in enumerate(self.args, 1)}, **self.kwargs}

    def describe(self, sources: Sources) -> None:
        """Finds what its result depends on."""
        code = self.code or sources.facts(sources.name_of[id(self.function)])
        self.record: dict[str, Any] = {
            "code": code[0],
            "variables": code[1],
            "arguments": {n: digest_of(v, sources) for n, v in self.given.items()},
            "runtime_env": digest_of(self.ray_options.get("runtime_env")),
        }
        self.fingerprint = digest_of(self.record)
        self.record |= {"node": self.name, "fingerprint": self.fingerprint}

    def stale(self, by_name: bool) -> str:
        """Why the result that was found is not this node's; empty if it is."""
        if isinstance(self.found, str):
            return f"its file: {self.found}"
        if by_name:
            return ""
        if self.found is None:
            return "it has no record (--resume=name takes it)"
        if self.found.get("fingerprint") == self.fingerprint:
            return ""
        if self.found.get("code") != self.record["code"]:
            return "its code changed"
        for what in ("variables", "arguments"):
            then, now = self.found.get(what, {}), self.record[what]
            changed = [n for n in {**then, **now} if then.get(n) != now.get(n)]
            if changed:
                return f"{what} changed: {', '.join(map(self.origin, changed))}"
        return "its runtime_env changed"

    def origin(self, name: str) -> str:
        """The name of an argument, with those of the nodes that it comes from."""
        names = dict.fromkeys(node.name for node in nodes_in(self.given.get(name)))
        return f"{name} (from {', '.join(names)})" if names else name

    def submit(self) -> None:
        args = [ref_of(value) for value in self.args]
        kwargs = {name: ref_of(value) for name, value in self.kwargs.items()}
        made = self.function.options(**self.ray_options).remote(*args, **kwargs)
        self.refs = made if isinstance(made, list) else [made]


class StoredItem:
    """An item of a node's result."""

    __stored_ref__ = True

    def __init__(self, node: StoredNode, key: Any) -> None:
        self.node, self.key = node, key

    @property
    def fingerprint(self) -> str:
        return digest_of((self.node.fingerprint, self.key))

    @property
    def ref(self) -> Any:
        node, key = self.node, repr(self.key)
        if len(node.refs) > 1:
            return node.refs[self.key]
        if key not in node.items:
            node.items[key] = item_of.remote(node.ref, self.key)
        return node.items[key]


@ray.remote
def item_of(result: Any, key: Any) -> Any:
    """One item, so that who uses it does not get the rest."""
    return result[key]


def ref_of(value: Any) -> Any:
    """What Ray gets for an argument."""
    return value.ref if hasattr(value, "__stored_ref__") else value


def nodes_in(value: Any, within: tuple[int, ...] = ()) -> Iterator[StoredNode]:
    """The nodes in arguments, those inside of containers too."""
    if ITEMS and isinstance(value, StoredItem):
        value = value.node
    if isinstance(value, StoredNode):
        yield value
    elif isinstance(value, (dict, list, tuple)) and id(value) not in within:
        for inner in value.values() if isinstance(value, dict) else value:
            yield from nodes_in(inner, (*within, id(value)))
