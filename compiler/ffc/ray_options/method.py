"""The options of a call of an actor's method, as Ray 2.60 has them."""

from __future__ import annotations

from .common import COMMON
from .ray_option import RayOption, Table
from .rule import instance, optional
from .task import RETRY, RETURNS
from .values import BOOL, TEXT

_WHOLE = instance("a whole number", int)

# A method takes None for what the actor says, but for its name.
METHOD: Table = {
    "name": RayOption(TEXT),
    "num_returns": RayOption(optional(RETURNS)),
    "max_task_retries": RayOption(optional(_WHOLE)),
    "retry_exceptions": RayOption(optional(RETRY)),
    "concurrency_group": RayOption(optional(TEXT)),
    "enable_task_events": RayOption(optional(BOOL)),
    "tensor_transport": RayOption(optional(TEXT)),
    "_generator_backpressure_num_objects": RayOption(optional(_WHOLE)),
    "_num_objects_per_yield": RayOption(optional(_WHOLE), decorator_only=True),
    "_labels": COMMON["_labels"],
}
