"""What steps tell the person who runs them."""

from __future__ import annotations

from typing import Any

node = {"label": ""}  # of the step that this process works for


def show_as(label: str) -> None:
    """From now on, it is this step that tells something."""
    node["label"] = label


def log(message: Any, type: str = "info") -> None:
    """Show `message` under the step at work; `type` is info, error, json or image."""
    if not node["label"]:
        raise ValueError("only steps at work can log: there is none here")
    if type not in ("info", "error", "json", "image"):
        raise ValueError(
            f"there is no log of type {type!r}: info, error, json or image"
        )
    if type in ("info", "error"):
        mark = "[ERR] " if type == "error" else ""
        print(f"[{node['label']}] {mark}{message}", flush=True)
