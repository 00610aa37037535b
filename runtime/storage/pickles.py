"""Values as bytes, and back."""

from __future__ import annotations

import io
import pickle
import sys
from collections.abc import Sequence
from typing import Any


class Pickles:
    """Pickles; where there is Ray, cloudpickle takes what pickle refuses."""

    serializers: tuple[Any, ...] = ()

    def dumps(self, value: Any, place: Any, folder: str) -> bytes:
        """The bytes of a value that is stored in a folder."""
        for pickler in (pickle.Pickler, Adopting, *cloud_picklers()):
            stream = io.BytesIO()
            try:
                pickler(stream, protocol=5).dump(value)
            except Exception as error:
                problem = error
            else:
                return stream.getvalue()
        raise problem

    def loads(self, data: bytes, place: Any, folder: str) -> Any:
        """The value of such bytes."""
        return PlainReader(io.BytesIO(data)).load()

    def ids(self, data: bytes) -> list[Any]:
        """What of the value is stored elsewhere."""
        return []

    def discard(self, ids: Sequence[Any], place: Any, folder: str) -> None:
        """Remove what is stored elsewhere."""


class PlainReader(pickle.Unpickler):
    def persistent_load(self, pid: Any) -> Any:
        raise pickle.UnpicklingError(f"the serializer {pid[0]!r} is not registered")


class Adopting(pickle.Pickler):
    """A driver's classes are in its `__main__`; so that of its workers gets them."""

    def persistent_id(self, value: Any) -> Any:
        adopt(value)


def adopt(value: Any) -> None:
    if isinstance(value, type) and value.__module__ == "__main__":
        vars(sys.modules["__main__"])[value.__qualname__] = value


def cloud_picklers() -> list[Any]:
    try:
        from ray.cloudpickle import Pickler
    except ImportError:
        return []
    return [Pickler]
