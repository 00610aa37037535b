"""Questions to a person: what `get_prompt` gives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def prompt(
    data: Any,
    *,
    msg: str = "",
    show_images: bool = False,
    default: Any = "",
    type: str = "string",
) -> dict[str, Any]:
    """A question about `data`, for an answer of `type`."""
    return {
        "data": data,
        "msg": msg,
        "show_images": show_images,
        "def": default,
        "type": type,
    }


def bool_prompt(
    data: Any,
    *,
    msg: str = "Continue?",
    style: str = "yes/no",
    default: bool = False,
    show_images: bool = False,
) -> dict[str, Any]:
    """A question for yes or no."""
    asked = prompt(data, msg=msg, show_images=show_images, default=default, type="bool")
    return {**asked, "options": {"style": style}}


def selection_prompt(
    data: Any,
    choices: Sequence[str],
    *,
    msg: str = "Select an option:",
    default: Any = None,
    show_images: bool = False,
    multiple_allowed: bool = False,
) -> dict[str, Any]:
    """A question for one of `choices`, or a list of them if `multiple_allowed`."""
    if not choices:
        raise ValueError("a selection needs choices")
    if default is None:
        default = [choices[0]] if multiple_allowed else choices[0]
    asked = prompt(
        data, msg=msg, show_images=show_images, default=default, type="selection"
    )
    return {
        **asked,
        "options": {"choices": choices, "multiple_allowed": multiple_allowed},
    }


def text_prompt(
    data: Any, *, msg: str = "Enter text:", default: str = "", show_images: bool = False
) -> dict[str, Any]:
    """A question for a text."""
    return prompt(data, msg=msg, show_images=show_images, default=default)


def number_prompt(
    data: Any,
    *,
    msg: str = "Enter a number:",
    default: float = 0.0,
    show_images: bool = False,
) -> dict[str, Any]:
    """A question for a number."""
    return prompt(
        data, msg=msg, show_images=show_images, default=default, type="number"
    )


def dict_prompt(
    data: Any,
    *,
    msg: str = "Enter a dictionary:",
    default: Any = None,
    show_images: bool = False,
) -> dict[str, Any]:
    """A question for a dict, in JSON."""
    return prompt(
        data, msg=msg, show_images=show_images, default=default or {}, type="dict"
    )


def list_prompt(
    data: Any,
    type: str = "string",
    *,
    msg: str = "Enter a list:",
    default: Any = None,
    show_images: bool = False,
) -> dict[str, Any]:
    """A question for a list of elements of `type`, in JSON."""
    listed = f"list[{type}]"
    return prompt(
        data, msg=msg, show_images=show_images, default=default or [], type=listed
    )
