"""What a compilation has looked at: if all of that is still so, it would give the same again."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from .files import ABSENT, FILE, FOLDER, OTHER

UNKNOWN = ""  # the digest of what was not the same throughout, or could not be read


def digest(data: bytes) -> str:
    """What stands for these bytes."""
    return hashlib.sha256(data).hexdigest()


class Seen:
    """The files of this machine; for those that were read, digests, for paths looked for, kinds.

    A folder is listed once: modules are found by the very letters of their names.
    """

    def __init__(self, files: dict[str, str] | None = None, kinds: dict[str, str] | None = None):
        self.files = {} if files is None else files
        self.kinds = {} if kinds is None else kinds
        self._listed: dict[str, frozenset[str]] = {}

    def read(self, path: Path) -> bytes:
        """The bytes of a file, which are noted. Raises `OSError`."""
        name = os.path.abspath(path)
        try:
            data = path.read_bytes()
        except OSError:
            if self.kind(path) == FILE:
                self.files[name] = UNKNOWN
            raise
        now = digest(data)
        self.files[name] = now if self.files.get(name, now) == now else UNKNOWN
        return data

    def kind(self, path: Path) -> str:
        """What is there, which is noted."""
        name = os.path.abspath(path)
        self.kinds[name] = self._kind(name)
        return self.kinds[name]

    def _kind(self, name: str) -> str:
        folder, last = os.path.split(name)
        if last not in self._names(folder):
            return ABSENT
        if os.path.isdir(name):
            return FOLDER
        return FILE if os.path.isfile(name) else OTHER

    def _names(self, folder: str) -> frozenset[str]:
        if folder not in self._listed:
            try:
                self._listed[folder] = frozenset(os.listdir(folder))
            except OSError:
                self._listed[folder] = frozenset()
        return self._listed[folder]

    def take(self, other: Seen) -> None:
        """Notes what another has noted."""
        self.files.update(other.files)
        self.kinds.update(other.kinds)

    def listed(self, folder: Path) -> frozenset[str]:
        """The names in a folder, for messages; they are not noted."""
        return self._names(os.path.abspath(folder))


def is_still(seen: Seen) -> bool:
    """Whether all of that would be seen now."""
    now = Seen()
    if any(now.kind(Path(path)) != kind for path, kind in seen.kinds.items()):
        return False
    try:
        return all(digest(Path(path).read_bytes()) == old for path, old in seen.files.items())
    except OSError:
        return False
