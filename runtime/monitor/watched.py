"""Tasks and actors whose calls are heard of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ray


class Watched:
    """Stands for a task, a class of actors or a method; `hear` gets each call."""

    def __init__(
        self, target: Any, hear: Callable[..., None], task: str, doc: Any
    ) -> None:
        self.target, self.hear, self.task, self.doc = target, hear, task, doc
        self.given: dict[str, Any] = {}
        self.actor: Any = None

    def options(self, **options: Any) -> Watched:
        made = Watched(self.target.options(**options), self.hear, self.task, self.doc)
        made.given, made.actor = options, self.actor
        return made

    def remote(self, *args: Any, **kwargs: Any) -> Any:
        made = self.target.remote(*args, **kwargs)
        if isinstance(made, ray.actor.ActorHandle):
            return WatchedActor(made, self)
        ref = made[0] if isinstance(made, list) else made
        given = [("", one) for one in args]
        self.hear(self, ref, given + [(f"{key}=", kwargs[key]) for key in kwargs])
        return made

    def stored(self, options: dict[str, Any]) -> None:
        """A call with these options is not made: its result is stored."""
        made = Watched(self.target, self.hear, self.task, self.doc)
        made.given = options
        self.hear(made, None, [])

    def __getattr__(self, name: str) -> Any:
        return getattr(self.target, name)

    def __reduce_ex__(self, protocol: Any) -> Any:
        return self.target.__reduce_ex__(protocol)  # workers get what it stands for


class WatchedActor:
    """Stands for an actor, and knows its last call."""

    def __init__(self, handle: Any, maker: Watched) -> None:
        self.handle, self.maker = handle, maker
        self.last: list[Any] = []

    def __getattr__(self, name: str) -> Any:
        maker, method = self.maker, getattr(self.handle, name)
        if name.startswith("__"):  # Ray's own
            return method
        made = Watched(method, maker.hear, f"{maker.task}.{name}", maker.doc)
        made.actor = self
        return made

    def __reduce_ex__(self, protocol: Any) -> Any:
        return self.handle.__reduce_ex__(protocol)


def described(target: Any) -> tuple[str, str | None]:
    """Name and docstring of the function or class that a task or actor is made of."""
    made_of = getattr(target.remote, "__wrapped__", None)
    if made_of is None:  # a class, of which Ray's `ActorClass(Name)` is derived
        name = type(target).__name__[len("ActorClass(") : -1]
        made_of = [one for one in type(target).__mro__ if one.__name__ == name][-1]
    return made_of.__name__, made_of.__doc__
