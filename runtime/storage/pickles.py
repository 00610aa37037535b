"""Values as bytes."""

from __future__ import annotations

import contextlib
import io
import pickle
import sys
from typing import Any

from .features import CLASSES


def dumps(value: Any) -> bytes:
    """Its pickle; where there is Ray, cloudpickle takes what pickle refuses."""
    try:
        return pickle.dumps(value, 5)
    except Exception:
        if CLASSES:
            with contextlib.suppress(Exception):
                stream = io.BytesIO()
                Adopting(stream, 5).dump(value)
                return stream.getvalue()
        with contextlib.suppress(ImportError):
            from ray.cloudpickle import dumps

            return dumps(value, 5)  # type: ignore[no-any-return]
        raise


class Adopting(pickle.Pickler):
    """A driver's classes are in its `__main__`; so that of its workers gets them."""

    def persistent_id(self, value: Any) -> Any:
        adopt(value)


def adopt(value: Any) -> None:
    if isinstance(value, type) and value.__module__ == "__main__":
        vars(sys.modules["__main__"])[value.__qualname__] = value
