"""The bytes of a stored result: its pickle, a record of what made it, their SHA-1.

functionfuse's have no record. It reads ours: unpickling ends where the pickle does.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

MAGIC = b"ffc-result-1\n"  # no pickle ends so: its last byte is a dot
SHA1 = 20
TRAILER = 4 + len(MAGIC) + SHA1  # begins with the length of the record before it
AT_ONCE = 1 << 22


class Unreadable(ValueError):
    """A stored result cannot be had; the text says why."""


def sealed(pickled: bytes, record: dict[str, Any]) -> list[bytes]:
    """The parts of the file for a result."""
    text = json.dumps(record).encode()
    trailer = text + len(text).to_bytes(4, "big") + MAGIC
    digest = hashlib.sha1(pickled)
    digest.update(trailer)
    return [pickled, trailer, digest.digest()]


def record_in(
    size: int, read: Callable[[int, int], bytes]
) -> dict[str, Any] | str | None:
    """The record at the end of a file; None if it has none, or what is wrong.

    `read(start, stop)` gives bytes of the file. Whether all is whole, `damage` says.
    """
    if size == 0:
        return "empty"
    end = read(max(0, size - 4096), size)
    if end[-SHA1 - len(MAGIC) : -SHA1] == MAGIC:
        length = int.from_bytes(end[-TRAILER:][:4], "big") + TRAILER
        if length > len(end):
            end = read(max(0, size - length), size)
        try:
            record = json.loads(end[-length:-TRAILER])
        except (ValueError, RecursionError):
            return "corrupt: its record cannot be read"
        known = isinstance(record, dict) and isinstance(record.get("node"), str)
        return record if known else "corrupt: its record says no node"
    if read(0, 1) != b"\x80":
        return "foreign: it does not begin as a pickle does"
    return None if end[-SHA1 - 1 : -SHA1] == b"." else "cut short"


def damage(size: int, read: Callable[[int, int], bytes]) -> str | None:
    """What is wrong with a file that looks whole: None if nothing is."""
    digest = hashlib.sha1()
    for start in range(0, size - SHA1, AT_ONCE):
        digest.update(read(start, min(start + AT_ONCE, size - SHA1)))
    is_whole = digest.digest() == read(max(0, size - SHA1), size)
    return None if is_whole else "corrupt: its checksum is another"


def words(error: Exception) -> str:
    """What went wrong, in few words, for a message about what did."""
    if isinstance(error, OSError) and (error.strerror or error.args):
        return error.strerror or str(error)
    return f"{type(error).__name__}: {error}"
