"""Refs inside lists, tuples and dicts, which Ray itself does not resolve."""

from collections.abc import Callable
from typing import Any

import ray


class Packed:
    """Arguments in which a `Slot` stands for each ref inside a container."""

    def __init__(self, args: Any, kwargs: Any) -> None:
        self.args, self.kwargs = args, kwargs


class Slot(int):
    """The place of a ref among those that follow a `Packed`."""


def rebuilt(value: Any, change: Callable[[Any], Any]) -> Any:
    """A container with what `change` makes of its elements; other values unchanged."""
    if type(value) in (list, tuple):
        return type(value)(change(inner) for inner in value)
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*(change(inner) for inner in value))
    is_standard = type(value).__module__ in ("builtins", "collections")
    if isinstance(value, dict) and is_standard:
        value = value.copy()
        for key in value:
            value[key] = change(value[key])
    return value


def pack(*args: Any, **kwargs: Any) -> list[Any]:
    """For `.remote()`: refs inside containers become arguments of their own."""
    refs: list[Any] = []

    def take(value: Any) -> Any:
        if isinstance(value, ray.ObjectRef):
            refs.append(value)
            return Slot(len(refs) - 1)
        return rebuilt(value, take)

    return [Packed(take(args), take(kwargs)), *refs]


def unpacked(function: Callable[..., Any]) -> Callable[..., Any]:
    """`function`, called with the values of the refs that `pack` took out."""

    def put(value: Any, results: tuple[Any, ...]) -> Any:
        if type(value) is Slot:
            return results[value]
        return rebuilt(value, lambda inner: put(inner, results))

    def call(*args: Any, **kwargs: Any) -> Any:
        for index, packed in enumerate(args):
            if type(packed) is Packed:
                results = args[index + 1 :]
                kwargs = put(packed.kwargs, results)
                return function(*args[:index], *put(packed.args, results), **kwargs)
        return function(*args, **kwargs)

    call.__name__ = function.__name__
    return call


def unpacked_methods(*names: str) -> Callable[[type], type]:
    """The class, whose methods `names` are `unpacked`."""

    def change(owner: type) -> type:
        for name in names:
            setattr(owner, name, unpacked_method(getattr(owner, name)))
        return owner

    return change


def unpacked_method(method: Callable[..., Any]) -> Callable[..., Any]:
    """`method`, unpacked, with the `self` that Ray looks for."""
    function = unpacked(method)

    def call(self: Any, *args: Any, **kwargs: Any) -> Any:
        return function(self, *args, **kwargs)

    return call
