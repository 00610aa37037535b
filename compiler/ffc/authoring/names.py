"""Default names of nodes."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

# By function and not by decorated object, so that a function decorated twice, or a method that two
# classes inherit, does not give one name to two nodes.
_calls: dict[Callable[..., Any], int] = {}


def default_name(function: Callable[..., Any]) -> str:
    """Return the name of the next call of a function, class or method: `sum_0000`, `sum_0001`…"""
    index = _calls.get(function, 0)
    _calls[function] = index + 1
    name = getattr(function, "__qualname__", None) or getattr(function, "__name__", None)
    return f"{name or type(function).__name__}_{index:04d}"
