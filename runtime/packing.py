"""Refs inside lists, tuples and dicts, which Ray itself does not resolve."""

from collections.abc import Callable
from typing import Any

import ray


class Slot(int):
    """Stands where a ref was taken out of an argument."""


def pack(*args: Any, **kwargs: Any) -> list[Any]:
    """Arguments for `.remote()`, in which refs inside containers stand on their own."""
    refs: list[Any] = []

    def take(value: Any) -> Any:
        if isinstance(value, ray.ObjectRef):
            refs.append(value)
            return Slot(len(refs) - 1)
        if type(value) in (list, tuple):
            return type(value)(take(inner) for inner in value)
        if type(value) is dict:
            return {key: take(inner) for key, inner in value.items()}
        return value

    return [take(args), take(kwargs), *refs]


def unpacked(function: Callable[..., Any]) -> Callable[..., Any]:
    """`function` as it is called with what `pack` gives."""

    def put(value: Any, results: tuple[Any, ...]) -> Any:
        if type(value) is Slot:
            return results[value]
        if type(value) in (list, tuple):
            return type(value)(put(inner, results) for inner in value)
        if type(value) is dict:
            return {key: put(inner, results) for key, inner in value.items()}
        return value

    def call(args: Any, kwargs: Any, *results: Any) -> Any:
        return function(*put(args, results), **put(kwargs, results))

    call.__name__ = function.__name__
    return call


def unpacked_methods(*names: str) -> Callable[[type], type]:
    """The class, with the methods `names` called with what `pack` gives."""

    def change(owner: type) -> type:
        for name in names:
            setattr(owner, name, _unpacked_method(getattr(owner, name)))
        return owner

    return change


def _unpacked_method(method: Callable[..., Any]) -> Callable[..., Any]:
    def call(self: Any, args: Any, kwargs: Any, *results: Any) -> Any:
        bound = unpacked(lambda *a, **k: method(self, *a, **k))
        return bound(args, kwargs, *results)

    call.__name__ = method.__name__
    return call
