"""Calls of actors, which start if one of their calls must run."""

from __future__ import annotations

from typing import Any

from .fingerprint import Sources
from .nodes import StoredNode


class StoredActor:
    """Stands for an actor: `.method.remote()` makes a call of it."""

    def __init__(self, node: ActorNode) -> None:
        self.__node = node

    def __getattr__(self, method: str) -> CallNode:
        return CallNode(self.__node, method, {})


class ActorNode(StoredNode):
    """The start of an actor."""

    is_stored = False
    handle: Any = None
    last: StoredNode | None = None  # the latest of its calls

    def remote(self, *args: Any, **kwargs: Any) -> Any:
        super().remote(*args, **kwargs)
        return StoredActor(self)

    def submit(self) -> None:
        super().submit()
        self.handle = self.ref
        self.refs = [self.handle.__ray_ready__.remote()]


class CallNode(StoredNode):
    """A call of an actor, behind those before it."""

    is_stored = False

    def __init__(self, actor: ActorNode, method: str, options: dict[str, Any]) -> None:
        super().__init__(actor.workflow, method, options)
        self.actor, self.method = actor, method

    def options(self, **options: Any) -> CallNode:
        return CallNode(self.actor, self.method, options)

    def remote(self, *args: Any, **kwargs: Any) -> Any:
        self.before: StoredNode = self.actor.last or self.actor
        self.actor.last = self
        return super().remote(*args, **kwargs)

    @property
    def parents(self) -> list[StoredNode]:
        return [*super().parents, self.before]

    def describe(self, sources: Sources) -> None:
        self.code = [self.method, self.before.fingerprint], {}
        super().describe(sources)

    def submit(self) -> None:
        self.function = getattr(self.actor.handle, self.method)
        super().submit()
