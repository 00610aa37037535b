"""PNG images without a library."""

from __future__ import annotations

import math
import struct
import zlib
from random import Random


def curve(seed: int, width: int = 360, height: int = 200) -> bytes:
    """An image of a falling curve, as trainings log them."""
    random = Random(seed)
    rows = [bytearray(b"\xf7\xf8\xfa" * width) for _ in range(height)]
    for y in range(20, height, 36):
        for x in range(width):
            rows[y][3 * x : 3 * x + 3] = b"\xdd\xe1\xe6"
    level, noise = random.uniform(0.02, 0.2), random.uniform(1, 6)
    for x in range(width):
        part = level + (1 - level) * math.exp(-5 * x / width)
        y = int(height - 12 - part * (height - 30) + random.gauss(0, noise))
        for thick in range(-1, 2):
            if 0 <= y + thick < height:
                rows[y + thick][3 * x : 3 * x + 3] = b"\x1f\x6f\xd0"
    return png(width, height, rows)


def png(width: int, height: int, rows: list[bytearray]) -> bytes:
    """The file of an image of 24 bits a pixel."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + bytes(row) for row in rows), 9)
    chunks = ((b"IHDR", head), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )
