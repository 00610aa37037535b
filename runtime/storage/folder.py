"""Files of a folder: there whole or not at all, and durable."""

from __future__ import annotations

import contextlib
import os
import shutil
import uuid
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from .files import BIG_DATA, FILE_PROTOCOL, Files, sync

KEPT = ".kept"


class Folder:
    """The folders of workflows in the folder `path`, each with files."""

    def __init__(self, path: str) -> None:
        self.path = path

    def path_of(self, *names: str) -> str:
        return os.path.join(self.path, *names)

    def folders(self) -> list[str]:
        """The names of the folders."""
        if not os.path.exists(self.path):
            return []
        return sorted(entry.name for entry in os.scandir(self.path) if entry.is_dir())

    def files(self, *folder: str) -> dict[str, tuple[int, float]]:
        """The files of a folder: name → size, time of the last change."""
        files = {}
        path = self.path_of(*folder)
        for name in sorted(os.listdir(path)) if os.path.isdir(path) else ():
            with contextlib.suppress(FileNotFoundError):  # gone meanwhile
                if os.path.isfile(one := os.path.join(path, name)):
                    files[name] = (os.path.getsize(one), os.path.getmtime(one))
        return files

    def read(self, folder: str, file: str) -> bytes:
        """All bytes of a file; `FileNotFoundError` if there is none."""
        with self.opened(folder, file) as (size, read):
            return read(0, size)

    @contextlib.contextmanager
    def opened(
        self, folder: str, file: str, size: int = 0
    ) -> Iterator[tuple[int, Callable[[int, int], bytes]]]:
        """The size of a file, and what reads of it from one place up to another."""
        path = self.path_of(folder, file)
        if not os.path.isfile(path):  # opening a pipe would wait for a writer
            raise FileNotFoundError(f"there is no file {path}")
        with open(path, "rb") as opened:

            def read(start: int, stop: int) -> bytes:
                opened.seek(start)
                return opened.read(stop - start)

            yield os.fstat(opened.fileno()).st_size, read

    def make(self, folder: str) -> None:
        """Make the folder if it is not there."""
        path = self.path_of(folder)
        missing = []
        while not os.path.isdir(path):
            missing.append(path)
            path = os.path.dirname(path) or "."
        os.makedirs(self.path_of(folder), exist_ok=True)
        for made in missing:
            sync(os.path.dirname(made) or ".")

    def write(self, folder: str, file: str, parts: Iterable[bytes]) -> None:
        """Put a file in place of what is there; `settle` makes its name durable."""
        temporary = self.path_of(folder, f".tmp-{uuid.uuid4().hex}")
        try:
            with open(temporary, "xb") as out:
                out.writelines(parts)
                out.flush()
                os.fsync(out.fileno())
            os.replace(temporary, self.path_of(folder, file))
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
            raise

    def settle(self, folder: str) -> None:
        """Make durable which files are in the folder."""
        sync(self.path_of(folder))

    def keep(self, folder: str, file: str) -> None:
        """Move a file aside, where no other has its name."""
        os.makedirs(self.path_of(folder, KEPT), exist_ok=True)
        kept = f"{file}.{uuid.uuid4().hex[:8]}"
        os.replace(self.path_of(folder, file), self.path_of(folder, KEPT, kept))
        sync(self.path_of(folder, KEPT))

    def remove(self, *names: str) -> None:
        """Remove a file."""
        os.unlink(self.path_of(*names))

    def remove_folder(self, folder: str) -> None:
        """Remove a folder with all that is in it."""
        if os.path.lexists(self.path_of(folder)):
            shutil.rmtree(self.path_of(folder))

    def protocols(self, folder: str) -> dict[str, Any]:
        """What serializers get to keep data of their own beside the results."""
        return {FILE_PROTOCOL: Files(os.path.abspath(self.path_of(folder, BIG_DATA)))}
