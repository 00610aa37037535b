"""What serializers are written with, and the one for Dask arrays."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ffc.runtime.storage.dask_arrays import DaskArraySerializer
    from ffc.runtime.storage.files import FILE_PROTOCOL, S3_PROTOCOL
    from ffc.runtime.storage.serializers import generate_name

__all__ = ["FILE_PROTOCOL", "S3_PROTOCOL", "DaskArraySerializer", "generate_name"]

_MODULES = {
    "FILE_PROTOCOL": "files",
    "S3_PROTOCOL": "files",
    "DaskArraySerializer": "dask_arrays",  # which loads Dask
    "generate_name": "serializers",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"ffc.runtime.storage.{_MODULES[name]}"), name)
