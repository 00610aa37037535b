"""The options of tasks, as Ray 2.60 has them."""

from __future__ import annotations

from dataclasses import replace

from .common import COMMON
from .ray_option import RayOption, Table
from .rule import Rule, optional
from .values import NONE, whole


def _is_exceptions(value: object) -> bool:
    return isinstance(value, list | tuple) and all(map(_EXCEPTION.allows, value))


_EXCEPTION = Rule(
    "an exception class", lambda value: isinstance(value, type) and issubclass(value, Exception)
)
RETRY = Rule(
    "True, False or a list of exception classes",
    lambda value: isinstance(value, bool) or _is_exceptions(value),
)
RETURNS = Rule(
    "a whole number from 1",  # the others have a diagnostic of their own
    lambda value: value in ("dynamic", "streaming") or whole(0).test(value),
)
BACKPRESSURE = Rule(
    "a whole number other than 0", lambda value: isinstance(value, int) and value != 0
)

_LEAVE_OUT = "leave it out: Ray does not implement it for tasks"

TASK: Table = {
    **COMMON,
    "max_retries": RayOption(whole(-1)),
    "retry_exceptions": RayOption(RETRY),
    "num_returns": RayOption(optional(RETURNS)),
    "max_calls": RayOption(optional(whole(0)), decorator_only=True),
    "object_store_memory": RayOption(
        replace(NONE, hint=lambda value: _LEAVE_OUT), deprecated=_LEAVE_OUT
    ),
    "_generator_backpressure_num_objects": RayOption(optional(BACKPRESSURE)),
    "_num_objects_per_yield": RayOption(optional(whole(1)), decorator_only=True),
}
