"""The options of actors, as Ray 2.60 has them."""

from __future__ import annotations

from .common import COMMON
from .ray_option import RayOption, Table
from .rule import Rule, choice, instance, optional
from .values import BOOL, NOT_EMPTY, whole

_LIMIT = Rule(
    "-1 or a whole number from 1",
    lambda value: isinstance(value, int) and (value > 0 or value == -1),
)

ACTOR: Table = {
    **COMMON,
    "name": RayOption(optional(NOT_EMPTY)),
    "namespace": RayOption(optional(NOT_EMPTY)),
    "get_if_exists": RayOption(BOOL),
    "lifetime": RayOption(optional(choice("detached", "non_detached"))),
    "max_restarts": RayOption(whole(-1)),
    "max_task_retries": RayOption(whole(-1)),
    "max_pending_calls": RayOption(whole(-1)),
    "max_concurrency": RayOption(optional(whole(0))),
    "allow_out_of_order_execution": RayOption(optional(BOOL)),
    "enable_tensor_transport": RayOption(optional(BOOL)),
    "concurrency_groups": RayOption(
        optional(instance("a dict of names to numbers", dict, list)), decorator_only=True
    ),
    "object_store_memory": RayOption(
        optional(whole(0)), deprecated="leave it out: Ray spills objects to disk by itself"
    ),
    "_actor_generator_backpressure_num_objects": RayOption(optional(_LIMIT)),
}
