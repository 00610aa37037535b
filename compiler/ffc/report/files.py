"""The files beside the events: images and JSON that nodes logged."""

from __future__ import annotations

import base64
import contextlib
import json
from dataclasses import dataclass
from pathlib import Path

from .fields import cleaned

_LARGEST = 20_000_000
_LONGEST = 100_000
_KINDS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"RIFF", "image/webp"),
    (b"BM", "image/bmp"),
    (b"<svg", "image/svg+xml"),
    (b"<?xml", "image/svg+xml"),
)


@dataclass(frozen=True)
class Shown:
    """What a page shows of a file: an image as an address of data, a text, or what is wrong."""

    image: str = ""
    text: str = ""
    trouble: str = ""


def image(folder: Path, file: str) -> Shown:
    """The image in `file`, which lies beside the events in `folder`."""
    data = _read(folder, file)
    if isinstance(data, Shown):
        return data
    kind = next((kind for begin, kind in _KINDS if data.startswith(begin)), None)
    if kind is None:
        return Shown(trouble=f"{file} is no image that browsers know")
    return Shown(image=f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}")


def pretty_json(folder: Path, file: str) -> Shown:
    """The JSON in `file`, indented; as it is if it is none."""
    data = _read(folder, file)
    if isinstance(data, Shown):
        return data
    text = data.decode("utf-8", "replace")
    with contextlib.suppress(ValueError, RecursionError):
        text = json.dumps(json.loads(text), indent=2, ensure_ascii=False)
    more = f"\n… {len(text) - _LONGEST:,} characters more" if len(text) > _LONGEST else ""
    return Shown(text=cleaned(text[:_LONGEST]) + more)


def _read(folder: Path, file: str) -> bytes | Shown:
    """What is in a file; nothing from outside the folder comes into a page."""
    try:
        path = (folder / file).resolve()
        if not path.is_relative_to(folder.resolve()):
            return Shown(trouble=f"{file} does not lie beside the events")
        if path.stat().st_size > _LARGEST:
            return Shown(trouble=f"{file} is too large to be shown here")
        return path.read_bytes()
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or "it cannot be read"
        return Shown(trouble=f"{file}: {reason}")
