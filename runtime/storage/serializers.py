"""Pickles in which serializers take over the objects of some classes.

A serializer is a class with `name`, `serializer_class`, `pickle(obj, protocols)`, which
gives its name and an id, `unpickle(id, protocols)` and `remove(id, protocols)`.
"""

from __future__ import annotations

import contextlib
import io
import pickle
import uuid
from collections.abc import Sequence
from typing import Any

from .files import Files
from .pickles import adopt, dumps


def generate_name() -> str:
    """A name that nothing else has."""
    return str(uuid.uuid4())


class Serialized:
    """Pickles with what serializers give for objects of their classes."""

    def __init__(self, serializers: Sequence[Any] = ()) -> None:
        self.serializers = tuple(serializers)
        self.by_name = {one.name: one for one in serializers}

    def dumps(self, value: Any, place: Any, folder: str) -> bytes:
        """The bytes of a value that is stored in a folder."""
        if not self.serializers:
            return dumps(value)
        for pickler in (pickle.Pickler, *cloud_picklers()):
            try:
                return self.written(pickler, value, place, folder)
            except Exception as error:
                problem = error
        raise problem

    def written(self, pickler: Any, value: Any, place: Any, folder: str) -> bytes:
        by_class = {one.serializer_class: one for one in self.serializers}
        protocols = place.protocols(folder)
        files = [one for one in protocols.values() if isinstance(one, Files)]
        made: list[Any] = []

        class Writer(pickler):  # type: ignore[misc]
            def persistent_id(self, obj: Any) -> Any:
                adopt(obj)
                serializer = by_class.get(type(obj))
                if serializer is None:
                    return None
                made.append(serializer.pickle(obj, protocols))
                return made[-1]

        stream = io.BytesIO()
        try:
            Writer(stream, protocol=5).dump(value)
            for one in files:
                one.settle()
        except BaseException:
            self._remove(made, protocols)
            for one in files:
                one.discard()
            raise
        return stream.getvalue()

    def loads(self, data: bytes, place: Any, folder: str) -> Any:
        """The value of such bytes."""
        by_name, protocols = self.by_name, place.protocols(folder)

        class Reader(PlainReader):
            def persistent_load(self, pid: Any) -> Any:
                name, own = pid
                if name not in by_name:
                    return super().persistent_load(pid)
                return by_name[name].unpickle(own, protocols)

        return Reader(io.BytesIO(data)).load()

    def ids(self, data: bytes) -> list[Any]:
        """The ids that serializers have put into a pickle; none of its code runs."""
        reader = InertReader(data)
        with contextlib.suppress(Exception):
            reader.load()
        return reader.pids

    def discard(self, data: bytes, place: Any, folder: str) -> None:
        """Remove what serializers have kept of a pickle that is gone."""
        if self.serializers:
            self._remove(self.ids(data), place.protocols(folder))

    def _remove(self, ids: Sequence[Any], protocols: Any) -> None:
        for pid in ids:
            with contextlib.suppress(Exception):
                name, own = pid
                self.by_name[name].remove(own, protocols)


class PlainReader(pickle.Unpickler):
    def persistent_load(self, pid: Any) -> Any:
        raise pickle.UnpicklingError(f"the serializer {pid[0]!r} is not registered")


def cloud_picklers() -> list[Any]:
    try:
        from ray.cloudpickle import Pickler
    except ImportError:
        return []
    return [Pickler]


class Inert:
    """Stands for whatever an unpickled object would be made of, and does nothing."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        pass

    def __call__(self, *args: Any, **kwargs: Any) -> Inert:
        return self

    __setstate__ = __setitem__ = append = extend = add = __call__


class InertReader(pickle.Unpickler):
    """Makes inert objects, and notes the ids of serializers."""

    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data))
        self.pids: list[Any] = []

    def find_class(self, module: str, name: str) -> Any:
        return Inert

    def persistent_load(self, pid: Any) -> Any:
        self.pids.append(pid)
        return Inert()
