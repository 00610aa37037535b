"""Durable files."""

from __future__ import annotations

import errno
import os


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
