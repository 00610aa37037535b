"""Custom resources: the dict `resources` of a node and of `ray.init`."""

from __future__ import annotations

from .rule import Rule, dict_of
from .values import CAPACITY, DEVICES, QUANTITY, WHOLE_QUANTITY

# The devices that Ray finds on a machine by itself, and how much of them a node may ask for.
ACCELERATORS = {
    "FURIOSA": WHOLE_QUANTITY,
    "HPU": WHOLE_QUANTITY,
    "MBLT": WHOLE_QUANTITY,
    "NPU": DEVICES,
    "RBLN": WHOLE_QUANTITY,
    "TPU": Rule("1, 2, 4 or 8", lambda value: value in (1, 2, 4, 8)),
    "TTNPU": WHOLE_QUANTITY,
    "neuron_cores": WHOLE_QUANTITY,
}
_FOUND_BY_RAY = ("node:", "accelerator_type:")
_OWN_OPTION = {
    "CPU": "num_cpus",
    "GPU": "num_gpus",
    "memory": "memory",
    "object_store_memory": "object_store_memory",
}
_RESERVED = {*_OWN_OPTION, "bundle"}


def is_custom(name: str) -> bool:
    """Whether a machine has this resource only if somebody said so."""
    known = name in ACCELERATORS or name in _RESERVED
    return not known and not name.startswith(_FOUND_BY_RAY)


def _own_option(name: object) -> str:
    own = _OWN_OPTION.get(name) if isinstance(name, str) else None
    return f"use the option `{own}`" if own else ""


_NAME = Rule(
    "names of custom resources",
    lambda name: isinstance(name, str) and name not in _RESERVED,
    _own_option,
)
ASKED = dict_of("a dict from names of custom resources to numbers", _NAME, QUANTITY, ACCELERATORS)
GIVEN = dict_of("a dict from names of custom resources to whole numbers", _NAME, CAPACITY)
