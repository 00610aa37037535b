"""Files that serializers write beside the results."""

from __future__ import annotations

import contextlib
import errno
import os
from typing import Any

FILE_PROTOCOL = "file_protocol"
S3_PROTOCOL = "s3 protocol"
BIG_DATA = "bigdata"


class Files:
    """Files of serializers, each by its name."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.written: list[str] = []

    def _path_of(self, name: str) -> str:
        if os.path.basename(name) != name or name in ("", ".", ".."):
            raise ValueError(f"{name!r} is no name of a file")
        return os.path.join(self.path, name)

    def open(self, name: str, mode: str) -> Any:
        """As the builtin; what is written is durable before the result is there."""
        path = self._path_of(name)
        if mode.startswith("r") and "+" not in mode:
            return open(path, mode)
        os.makedirs(self.path, exist_ok=True)
        self.written.append(path)
        return open(path, mode)

    def remove(self, name: str) -> None:
        """Remove a file."""
        os.unlink(self._path_of(name))

    def discard(self) -> None:
        """Remove what was written for a result that cannot be."""
        for path in self.written:
            with contextlib.suppress(OSError):
                os.unlink(path)
        self.written = []

    def settle(self) -> None:
        """Make durable what was written."""
        if self.written:
            for path in (*self.written, self.path, os.path.dirname(self.path)):
                sync(path)
        self.written = []


def sync(path: str) -> None:
    """Make the file or folder at `path` survive a crash of the machine."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # it has none for folders
            raise
    finally:
        os.close(handle)
