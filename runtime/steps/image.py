"""Images that steps log, as files have them."""

from __future__ import annotations

import os
import struct
import zlib
from io import BytesIO
from typing import Any


def image_of(given: Any) -> bytes:
    """The file for an image of PIL, an array or tensor, a path, or what a file has."""
    if isinstance(given, bytes):
        return given
    if isinstance(given, (str, os.PathLike)):
        with open(given, "rb") as file:
            return file.read()
    if hasattr(given, "save"):
        buffer = BytesIO()
        given.save(buffer, "PNG")
        return buffer.getvalue()
    return png(given.detach().cpu().numpy() if hasattr(given, "detach") else given)


def png(pixels: Any) -> bytes:
    """The PNG of an array: rows, columns, and 1 to 4 channels, which may come first."""
    if pixels.ndim == 3 and pixels.shape[2] > 4:
        pixels = pixels.transpose(1, 2, 0)
    if pixels.dtype.kind in "bf" and pixels.max(initial=0) <= 1:
        pixels = pixels * 255.0
    rows, columns, channels = (*pixels.shape, 1)[:3]
    colours = {1: 0, 2: 4, 3: 2, 4: 6}[channels]
    lines = pixels.clip(0, 255).astype("uint8")
    parts = {
        b"IHDR": struct.pack(">2I5B", columns, rows, 8, colours, 0, 0, 0),
        b"IDAT": zlib.compress(b"".join(b"\0" + line.tobytes() for line in lines)),
        b"IEND": b"",
    }
    found = b"\x89PNG\r\n\x1a\n"
    for kind, part in parts.items():
        sums = struct.pack(">I", zlib.crc32(kind + part))
        found += struct.pack(">I", len(part)) + kind + part + sums
    return found
