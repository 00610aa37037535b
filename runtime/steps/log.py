"""What steps tell the person who runs them."""

from __future__ import annotations

import json
import reprlib
from time import time
from typing import Any

from .image import image_of

IMAGES = True  # whether the app logs images
node = {"label": "", "keeps": ""}  # of the step that this process works for
kept: list[tuple[float, str, Any]] = []  # what it has told, for the monitor


def show_as(label: str, keeps: str = "") -> None:
    """From now on, it is this step that tells something.

    For a monitor, it `keeps` what it tells: "text", or "all" that is for files, too.
    """
    node.update(label=label, keeps=keeps)


def log(message: Any, type: str = "info") -> None:
    """Show `message` under the step at work; `type` is info, error, json or image."""
    if not node["label"]:
        raise ValueError("only steps at work can log: there is none here")
    if type not in ("info", "error", "json", "image"):
        raise ValueError(
            f"there is no log of type {type!r}: info, error, json or image"
        )
    if node["keeps"]:
        kept.append((time(), *told(message, type, node["keeps"] == "all")))
    elif type in ("info", "error"):
        mark = "[ERR] " if type == "error" else ""
        print(f"[{node['label']}] {mark}{message}", flush=True)


def told(message: Any, type: str, whole: bool) -> tuple[str, Any]:
    """The type, with a text or, for a file, with bytes."""
    if type in ("info", "error"):
        return type, str(message)
    if not whole:
        return type, reprlib.repr(message) if type == "json" else "an image"
    try:
        if IMAGES and type == "image":
            return type, image_of(message)
        return type, json.dumps(message, default=str).encode()
    except Exception as error:
        return "error", f"this cannot be shown as {type}: {error}"


def logs() -> list[tuple[float, str, Any]]:
    """What was told since the last time."""
    found = [*kept]
    kept.clear()
    return found
