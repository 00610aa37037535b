"""Where a storage is that is no URL."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .folder import Folder


def place_at(path: str, options: Mapping[str, Any]) -> Any:
    """The folder at `path`."""
    return Folder(path)
