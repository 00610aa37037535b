"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path


def write_if_changed(path: Path, text: str) -> str:
    """Makes `path` hold `text`, and says what that took: created, changed, unchanged or written.

    The file is replaced by a complete one in a single step. Raises `OSError` where it cannot be.
    """
    data = text.encode("utf-8")
    existed = path.exists()
    if existed and not path.is_file():
        path.write_bytes(data)  # a pipe or a device: what would replace it would be none
        return "written"
    if existed and path.read_bytes() == data:
        return "unchanged"
    real = Path(os.path.realpath(path))  # a link stays a link
    if real.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    handle, temporary = tempfile.mkstemp(dir=real.parent, prefix=f".{real.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(temporary, _mode(real))
        os.replace(temporary, real)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
    return "changed" if existed else "created"


def _mode(path: Path) -> int:
    """The mode of the file that is replaced, or that of a new file."""
    if path.exists():
        return path.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
