"""Values as bytes, and back."""

from __future__ import annotations

import io
import pickle
from collections.abc import Sequence
from typing import Any


class Pickles:
    """Pickles; cloudpickle takes what pickle refuses, where there is Ray."""

    serializers: tuple[Any, ...] = ()

    def dumps(self, value: Any, place: Any, folder: str) -> bytes:
        """The bytes of a value that is stored in a folder."""
        try:
            return pickle.dumps(value, protocol=5)
        except Exception:
            other = cloudpickle()
            if other is None:
                raise
        return bytes(other.dumps(value, protocol=5))

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


def cloudpickle() -> Any:
    try:
        from ray import cloudpickle
    except ImportError:
        return None
    return cloudpickle
