"""The options that tasks and actors share, as Ray 2.60 has them."""

from __future__ import annotations

from dataclasses import replace

from .labels import FALLBACK, SELECTOR
from .ray_option import RayOption, Table
from .resources import ASKED
from .rule import choice, dict_of, instance, optional
from .values import BOOL, DEVICES, NOT_EMPTY, QUANTITY, TEXT

_SCHEDULING = replace(
    optional(choice("DEFAULT", "SPREAD")),
    expected='"DEFAULT", "SPREAD" or a strategy object',
)
_STRATEGY = "use `scheduling_strategy=PlacementGroupSchedulingStrategy(...)`"

COMMON: Table = {
    "num_cpus": RayOption(optional(QUANTITY)),
    "num_gpus": RayOption(optional(DEVICES)),
    "memory": RayOption(optional(QUANTITY)),
    "resources": RayOption(optional(ASKED)),
    "accelerator_type": RayOption(optional(NOT_EMPTY)),
    "label_selector": RayOption(optional(SELECTOR)),
    "fallback_strategy": RayOption(optional(FALLBACK)),
    "scheduling_strategy": RayOption(_SCHEDULING),
    "name": RayOption(optional(TEXT)),
    "runtime_env": RayOption(optional(instance("a dict", dict))),
    "enable_task_events": RayOption(BOOL),
    "placement_group": RayOption(optional(choice("default")), deprecated=_STRATEGY),
    "placement_group_bundle_index": RayOption(
        instance("a whole number", int), deprecated=_STRATEGY
    ),
    "placement_group_capture_child_tasks": RayOption(optional(BOOL), deprecated=_STRATEGY),
    "_labels": RayOption(optional(dict_of("a dict of text to text", TEXT, TEXT))),
}
