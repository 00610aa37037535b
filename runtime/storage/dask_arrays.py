"""Dask arrays, kept beside the results: HDF5 in folders, Zarr behind URLs."""

from __future__ import annotations

import contextlib
import posixpath
from typing import Any

import dask.array
from dask.array.core import Array

from .files import FILE_PROTOCOL, S3_PROTOCOL
from .serializers import generate_name

ARRAYS = "dask_arrays"


class DaskArraySerializer:
    """Computes an array chunk by chunk into a file; reads of it what is asked for."""

    name = "HDFSerializer"
    serializer_class = Array

    @classmethod
    def pickle(cls, obj: Any, protocols: Any) -> tuple[str, Any]:
        """Keep the array; gives the id to find it by."""
        name = generate_name()
        try:
            (to_hdf5 if FILE_PROTOCOL in protocols else to_zarr)(obj, name, protocols)
        except BaseException:
            with contextlib.suppress(Exception):
                cls.remove(("0.0.0", name), protocols)
            raise
        return cls.name, ("0.0.0", name)

    @classmethod
    def unpickle(cls, pid: Any, protocols: Any) -> Any:
        """The array, of which nothing is read so far."""
        _, name = pid
        if FILE_PROTOCOL in protocols:
            stored = StoredArray(protocols[FILE_PROTOCOL], name)
            return dask.array.from_array(stored, chunks=stored.chunks or -1)
        array = zarr_arrays(protocols)[name]
        return dask.array.from_array(array, chunks=array.chunks)

    @classmethod
    def remove(cls, pid: Any, protocols: Any) -> None:
        """Remove what was kept."""
        _, name = pid
        if FILE_PROTOCOL in protocols:
            protocols[FILE_PROTOCOL].remove(name)
        else:
            place = protocols[S3_PROTOCOL]
            path = posixpath.join(place["folder"], ARRAYS, name)
            for file in place["client"].find(path):
                place["client"].rm_file(file)


def to_hdf5(array: Any, name: str, protocols: Any) -> None:
    import h5py

    with protocols[FILE_PROTOCOL].open(name, "w+b") as file:
        calm = Calm(file)
        with h5py.File(calm, mode="w") as hdf:
            chunks = array.chunksize if array.size else None  # nothing has no chunks
            dataset = hdf.create_dataset(
                ARRAYS, array.shape, dtype=array.dtype, chunks=chunks or None
            )
            dask.array.store(array, dataset)
        if calm.error is not None:
            raise calm.error


class Calm:
    """A file whose errors HDF5 does not see: a full disk would end the process."""

    def __init__(self, file: Any) -> None:
        self.file = file
        self.error: OSError | None = None

    def __getattr__(self, name: str) -> Any:
        method = getattr(self.file, name)

        def calm(*args: Any) -> Any:
            try:
                return method(*args)
            except OSError as error:
                self.error = self.error or error
                return 0

        return calm


def to_zarr(array: Any, name: str, protocols: Any) -> None:
    chunks = [max(size, 1) for size in array.chunksize]
    target = zarr_arrays(protocols).create_array(
        name, shape=array.shape, chunks=chunks, dtype=array.dtype
    )
    dask.array.store(array, target)


class StoredArray:
    """An array in a file, which travels between processes as a name."""

    def __init__(self, files: Any, name: str) -> None:
        self.files = files
        self.name = name
        with self.files.open(name, "rb") as file, h5py_file(file) as hdf:
            data = hdf[ARRAYS]
            self.shape, self.dtype, self.chunks = data.shape, data.dtype, data.chunks
            self.ndim = len(self.shape)

    def __getitem__(self, key: Any) -> Any:
        with self.files.open(self.name, "rb") as file, h5py_file(file) as hdf:
            return hdf[ARRAYS][key]


def h5py_file(file: Any) -> Any:
    import h5py

    return h5py.File(file, mode="r")


def zarr_arrays(protocols: Any) -> Any:
    """The group of the arrays, in the format that functionfuse knows."""
    import zarr

    place = protocols[S3_PROTOCOL]
    folder = posixpath.join(place["folder"], ARRAYS)
    return zarr.open_group(place["client"].get_mapper(folder), mode="a", zarr_format=2)
