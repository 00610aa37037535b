"""Where files of the app are read: on disk, or wherever else they lie."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol


class Files(Protocol):
    """Folders and files, by their absolute paths."""

    def names(self, folder: Path) -> frozenset[str]:
        """What lies in a folder, in the very letters that are there; nothing if it is none."""
        ...

    def is_folder(self, path: Path) -> bool: ...

    def is_file(self, path: Path) -> bool: ...

    def read(self, path: Path) -> bytes:
        """What a file holds. OSError if it cannot be read."""
        ...


class Disk:
    """The files of this machine, as they are now."""

    def names(self, folder: Path) -> frozenset[str]:
        try:
            return frozenset(os.listdir(folder))
        except OSError:
            return frozenset()

    def is_folder(self, path: Path) -> bool:
        return path.is_dir()

    def is_file(self, path: Path) -> bool:
        return path.is_file()

    def read(self, path: Path) -> bytes:
        return path.read_bytes()


DISK = Disk()
