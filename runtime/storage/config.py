"""What an app says of its storage."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from .kinds import KINDS
from .store import Store


def store_of(config: Mapping[str, Any]) -> Store:
    """The store that `storage_factory(config)` names; `ValueError` if it names none.

    `config` has a `kind` and `options`: `path` or `url`, and those of the kind.
    """
    kind, options = checked(config)
    if "url" in options:
        return Store(options["url"], options.get("s3fs") or options.get("fsspec"))
    if kind == "S3":
        bucket = options["path"].removeprefix("s3://").lstrip("/")
        return Store(f"s3://{bucket}", options.get("s3fs"))
    return Store(options["path"])


def checked(config: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
    """The kind and the options, if they are what `storage_factory` takes."""
    if not isinstance(config, Mapping):
        raise refused(f"takes a dict, not {config!r}")
    for key in config:
        if key not in ("kind", "options"):
            raise refused(f"knows no {key!r}: give 'kind' and 'options'")
    kind: Any = config.get("kind")
    options: Any = config.get("options")
    if not isinstance(kind, str) or kind not in KINDS:
        said = f"knows no kind {kind!r}" if "kind" in config else "needs a 'kind'"
        raise refused(f"{said}: {', '.join(map(repr, KINDS))}")
    if not isinstance(options, Mapping):
        said = f"are {options!r}" if "options" in config else "are missing"
        raise refused(f"needs a dict of options, which {said}: give 'path' or 'url'")
    for key in options:
        if key not in KINDS[kind]:
            known = ", ".join(map(repr, KINDS[kind]))
            raise refused(f"knows no option {key!r} of the kind {kind!r}: {known}")
        is_place = key in ("path", "url")
        if not isinstance(options[key], (str, os.PathLike) if is_place else Mapping):
            wanted = "a text" if is_place else "a dict"
            raise refused(f"needs {wanted} as {key!r}, not {options[key]!r}")
    if ("path" in options) == ("url" in options):
        raise refused("needs one of the options 'path' and 'url', a text")
    return kind, options


def refused(what: str) -> ValueError:
    return ValueError(f"storage_factory() {what}")
