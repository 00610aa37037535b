"""Files behind a URL: whatever fsspec can reach, such as S3."""

from __future__ import annotations

import contextlib
import posixpath
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from .files import BIG_DATA, S3_PROTOCOL
from .folder import KEPT
from .threads import in_threads

# What they are given is there whole or not at all; elsewhere, a file is renamed.
OBJECT_STORES = frozenset("abfs abfss adl az gcs gs memory oci oss s3 s3a".split())


class Bucket:
    """The folders of workflows behind `url`, each with files."""

    def __init__(self, url: str, options: Mapping[str, Any]) -> None:
        self.url = url
        self.options = dict(options)

    @contextlib.contextmanager
    def reach(self, *names: str) -> Iterator[tuple[Any, str]]:
        """The file system and the path of a name; what goes wrong is an `OSError`."""
        try:
            from fsspec.core import url_to_fs

            system, path = url_to_fs(self.url, **self.options)
            yield system, posixpath.join(path, *names)
        except OSError:
            raise
        except ImportError as error:
            raise OSError(
                f"{self.url} needs fsspec and what goes with it: {error}"
            ) from error
        except Exception as error:
            raise OSError(f"{type(error).__name__}: {error}") from error

    def folders(self) -> list[str]:
        """The names of the folders."""
        with self.reach() as (system, path):
            entries = _entries(system, path)
        return sorted(
            name for name, entry in entries.items() if entry["type"] == "directory"
        )

    def files(self, *folder: str) -> dict[str, tuple[int, float]]:
        """The files of a folder: name → size, time of the last change."""
        with self.reach(*folder) as (system, path):
            entries = _entries(system, path)
        return {
            name: (entry["size"], _time(entry))
            for name, entry in sorted(entries.items())
            if entry["type"] == "file"
        }

    def read(self, folder: str, file: str) -> bytes:
        """All bytes of a file; `FileNotFoundError` if there is none."""
        with self.reach(folder, file) as (system, path):
            data: bytes = system.cat_file(path)
        return data

    @contextlib.contextmanager
    def opened(
        self, folder: str, file: str, size: int = 0
    ) -> Iterator[tuple[int, Callable[[int, int], bytes]]]:
        """The size of a file, and what reads of it from one place up to another."""
        with self.reach(folder, file) as (system, path):

            def read(start: int, stop: int) -> bytes:
                data: bytes = system.cat_file(path, start=start, end=stop)
                return data

            yield size or system.info(path, refresh=True)["size"], read

    def make(self, folder: str) -> None:
        """Make the folder if it is not there; object stores have none."""
        with self.reach(folder) as (system, path):
            if not _is_object_store(system):
                system.makedirs(path, exist_ok=True)

    def write(self, folder: str, file: str, parts: Iterable[bytes]) -> None:
        """Put a file in place of what is there."""
        data = b"".join(parts)
        with self.reach(folder) as (system, path):
            target = posixpath.join(path, file)
            if _is_object_store(system):
                system.pipe_file(target, data)
                return
            temporary = posixpath.join(path, f".tmp-{uuid.uuid4().hex}")
            try:
                system.pipe_file(temporary, data)
                system.mv(temporary, target)
            except BaseException:
                with contextlib.suppress(Exception):
                    system.rm_file(temporary)
                raise

    def settle(self, folder: str) -> None:
        """Nothing: what such a system has taken is durable, as far as one can know."""

    def keep(self, folder: str, file: str) -> None:
        """Move a file aside, where no other has its name."""
        with self.reach(folder) as (system, path):
            kept = posixpath.join(path, KEPT)
            if not _is_object_store(system):
                system.makedirs(kept, exist_ok=True)
            own = posixpath.join(kept, f"{file}.{uuid.uuid4().hex[:8]}")
            system.cp_file(posixpath.join(path, file), own)
            system.rm_file(posixpath.join(path, file))

    def remove(self, *names: str) -> None:
        """Remove a file."""
        with self.reach(*names) as (system, path):
            system.rm_file(path)

    def remove_folder(self, folder: str) -> None:
        """Remove a folder with all that is in it."""
        with self.reach(folder) as (system, path):
            system.invalidate_cache()
            inside = system.find(path, withdirs=True, detail=True)
            in_threads(
                system.rm_file,
                [p for p, one in inside.items() if one["type"] == "file"],
            )
            if not _is_object_store(system):
                folders = {
                    path,
                    *(p for p, one in inside.items() if one["type"] == "directory"),
                }
                for made in sorted(folders, reverse=True):
                    system.rmdir(made)

    def protocols(self, folder: str) -> dict[str, Any]:
        """What serializers get to keep data of their own beside the results."""
        with self.reach(folder, BIG_DATA) as (system, path):
            return {S3_PROTOCOL: {"client": system, "folder": path}}


def _is_object_store(system: Any) -> bool:
    names = system.protocol
    return not OBJECT_STORES.isdisjoint((names,) if isinstance(names, str) else names)


def _entries(system: Any, path: str) -> dict[str, Any]:
    """What is in the folder `path` now, by name; nothing if it is not there."""
    system.invalidate_cache()
    try:
        listed = system.ls(path, detail=True)
    except FileNotFoundError:
        return {}
    inside = {one["name"].rstrip("/"): one for one in listed}
    return {
        posixpath.basename(name): one for name, one in inside.items() if name != path
    }


def _time(entry: Mapping[str, Any]) -> float:
    """When the file was last changed; each system has a name of its own for that."""
    for key in ("mtime", "LastModified", "last_modified", "updated", "created"):
        if key in entry:
            time = entry[key]
            return float(time.timestamp() if hasattr(time, "timestamp") else time)
    return 0.0
