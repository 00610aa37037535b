"""Where a storage is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .bucket import Bucket
from .folder import Folder


def place_at(path: str, options: Mapping[str, Any]) -> Any:
    """The folder at `path`, or what is behind the URL that it is."""
    kind, _, rest = path.partition("://")
    if rest and kind not in ("file", "local"):
        return Bucket(path, options)
    return Folder(rest or path)
