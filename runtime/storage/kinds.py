"""The kinds of storages, with the options that each has."""

from __future__ import annotations

from collections.abc import Mapping

KINDS: Mapping[str, tuple[str, ...]] = {
    "ray": ("path", "url", "remoteArgs", "rayInitArgs", "fsspec"),
    "file": ("path", "url", "fsspec"),
    "S3": ("path", "url", "s3fs"),
}
