"""Pickles in which serializers take over the objects of some classes.

A serializer is a class with `name`, `serializer_class`, `pickle(obj, protocols)`, which
gives its name and an id, `unpickle(id, protocols)` and `remove(id, protocols)`.
"""

from __future__ import annotations

import contextlib
import io
import pickle
import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from .folder import Files


def generate_name() -> str:
    """A name that nothing else has."""
    return str(uuid.uuid4())


def pickled(
    value: Any, serializers: Sequence[Any], protocols: Mapping[str, Any]
) -> bytes:
    """The pickle of `value`; by cloudpickle what pickle refuses, where there is Ray."""
    try:
        return pickled_by(pickle.Pickler, value, serializers, protocols)
    except Exception:
        other = cloud_pickler()
        if other is None:
            raise
    return pickled_by(other, value, serializers, protocols)


def cloud_pickler() -> Any:
    try:
        from ray.cloudpickle import Pickler
    except ImportError:
        return None
    return Pickler


def pickled_by(
    pickler: Any, value: Any, serializers: Sequence[Any], protocols: Mapping[str, Any]
) -> bytes:
    by_class = {one.serializer_class: one for one in serializers}
    files = [one for one in protocols.values() if isinstance(one, Files)]
    made: list[Any] = []

    def persistent_id(self: Any, obj: Any) -> Any:
        serializer = by_class.get(type(obj))
        if serializer is None:
            return None
        made.append(serializer.pickle(obj, protocols))
        return made[-1]

    if by_class:
        pickler = type("Writer", (pickler,), {"persistent_id": persistent_id})
    stream = io.BytesIO()
    try:
        pickler(stream, protocol=5).dump(value)
        for one in files:
            one.settle()
    except BaseException:
        discard(made, serializers, protocols)
        for one in files:
            one.discard()
        raise
    return stream.getvalue()


def unpickled(
    data: bytes, serializers: Sequence[Any], protocols: Mapping[str, Any]
) -> Any:
    """The value of a pickle."""
    by_name = {one.name: one for one in serializers}

    class Reader(pickle.Unpickler):
        def persistent_load(self, pid: Any) -> Any:
            name, own = pid
            if name not in by_name:
                raise pickle.UnpicklingError(
                    f"the serializer {name!r} is not registered"
                )
            return by_name[name].unpickle(own, protocols)

    return Reader(io.BytesIO(data)).load()


def discard(
    pids: Sequence[Any], serializers: Sequence[Any], protocols: Mapping[str, Any]
) -> None:
    """Remove what serializers have kept of values that are gone."""
    by_name = {one.name: one for one in serializers}
    for pid in pids:
        with contextlib.suppress(Exception):
            name, own = pid
            by_name[name].remove(own, protocols)


class Inert:
    """Stands for whatever an unpickled object would be made of, and does nothing."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        pass

    def __call__(self, *args: Any, **kwargs: Any) -> Inert:
        return self

    __setstate__ = __setitem__ = append = extend = add = __call__


class InertReader(pickle.Unpickler):
    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data))
        self.pids: list[Any] = []

    def find_class(self, module: str, name: str) -> Any:
        return Inert

    def persistent_load(self, pid: Any) -> Any:
        self.pids.append(pid)
        return Inert()


def ids_in(data: bytes) -> list[Any]:
    """The ids that serializers have put into a pickle; none of its code runs."""
    reader = InertReader(data)
    with contextlib.suppress(Exception):
        reader.load()
    return reader.pids
