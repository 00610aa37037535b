"""The bytes of a stored result: its pickle, a record of what made it, their SHA-1.

functionfuse's have no record. It reads ours: unpickling ends where the pickle does.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

MAGIC = b"ffc-result-1\n"  # no pickle ends so: its last byte is a dot
SHA1_SIZE = 20
TRAILER_SIZE = 4 + len(MAGIC) + SHA1_SIZE  # with the length of the record
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
    start = max(0, size - 4096)
    end = read(start, size)
    if end[-SHA1_SIZE - len(MAGIC) : -SHA1_SIZE] == MAGIC:
        length = int.from_bytes(end[-TRAILER_SIZE:][:4], "big")
        first = size - TRAILER_SIZE - length
        if first < start:
            end = read(first, size) if first >= 0 else b""
        try:
            record = json.loads(end[-TRAILER_SIZE - length : -TRAILER_SIZE])
        except (ValueError, RecursionError):
            return "corrupt: its record cannot be read"
        known = isinstance(record, dict) and isinstance(record.get("node"), str)
        return record if known else "corrupt: its record says no node"
    if read(0, 1) != b"\x80":
        return "foreign: it does not begin as a pickle does"
    if end[-SHA1_SIZE - 1 : -SHA1_SIZE] != b".":
        return "cut short"
    return None


def damage(size: int, read: Callable[[int, int], bytes]) -> str | None:
    """What is wrong with a file that looks whole: None if nothing is."""
    digest = hashlib.sha1()
    for start in range(0, size - SHA1_SIZE, AT_ONCE):
        digest.update(read(start, min(start + AT_ONCE, size - SHA1_SIZE)))
    if digest.digest() != read(max(0, size - SHA1_SIZE), size):
        return "corrupt: its checksum is another"
    return None
