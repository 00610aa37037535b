"""Where files of the app are read: on disk, or wherever else they lie."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

ABSENT, FILE, FOLDER, OTHER = "absent", "file", "folder", "other"


class Files(Protocol):
    """Folders and files, by their absolute paths."""

    def kind(self, path: Path) -> str:
        """What is there under this very name: ABSENT, FILE, FOLDER or OTHER."""
        ...

    def listed(self, folder: Path) -> frozenset[str]:
        """The names in a folder; none if it is none."""
        ...

    def read(self, path: Path) -> bytes:
        """What a file holds. OSError if it cannot be read."""
        ...
