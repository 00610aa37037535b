"""The arguments of `ray.init`, as Ray 2.60 has them."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Final

from .resources import GIVEN
from .rule import Rule, dict_of, instance, optional
from .values import ANY, BOOL, CAPACITY, NOT_EMPTY, TEXT, whole

_SMALLEST_STORE = 75 * 1024 * 1024
_LEVELS = tuple(logging.getLevelName(level) for level in (10, 20, 30, 40, 50))


def _is_level(value: object) -> bool:
    return isinstance(value, int) or (isinstance(value, str) and value.upper() in _LEVELS)


_PORT = Rule("a port number", lambda value: isinstance(value, int) and 0 <= value <= 65535)
_STORE = Rule(
    f"a number of bytes from {_SMALLEST_STORE} (75 MiB)",
    lambda value: isinstance(value, int | float) and value >= _SMALLEST_STORE,
)
_RESERVED = instance("a number", int, float)

INIT: Final[Mapping[str, Rule]] = {
    "address": optional(NOT_EMPTY),
    "num_cpus": optional(CAPACITY),
    "num_gpus": optional(CAPACITY),
    "resources": optional(GIVEN),
    "labels": optional(dict_of("a dict of text to text", TEXT, TEXT)),
    "object_store_memory": optional(_STORE),
    "ignore_reinit_error": BOOL,
    "include_dashboard": optional(BOOL),
    "dashboard_host": TEXT,
    "dashboard_port": optional(_PORT),
    "job_config": ANY,
    "configure_logging": BOOL,
    "logging_level": Rule('a level such as "info" or "error"', _is_level),
    "logging_format": optional(TEXT),
    "logging_config": ANY,
    "log_to_driver": optional(BOOL),
    "namespace": optional(NOT_EMPTY),
    "runtime_env": optional(instance("a dict", dict)),
    "enable_resource_isolation": BOOL,
    "cgroup_path": optional(TEXT),
    "system_reserved_cpu": optional(_RESERVED),
    "system_reserved_memory": optional(whole(0)),
    "proxy_server_url": optional(TEXT),
}

# Ray takes these too, without a word in its signature.
HIDDEN: Final = frozenset(
    {
        "object_spilling_directory",
        "_driver_object_store_memory",
        "_enable_object_reconstruction",
        "_memory",
        "_metrics_export_port",
        "_node_ip_address",
        "_node_name",
        "_plasma_directory",
        "_redis_password",
        "_redis_username",
        "_skip_env_hook",
        "_system_config",
        "_temp_dir",
        "_tracing_startup_hook",
    }
)

# Ray knows these, and refuses them.
GONE: Final[Mapping[str, str]] = {
    "local_mode": "it is gone from Ray; to debug, run the app without Ray: `python app.py`",
    "storage": "it is gone since Ray 2.48",
}

# Ray refuses these when it joins a cluster: they describe the one that the driver starts itself.
LOCAL_ONLY: Final = frozenset(
    {"num_cpus", "num_gpus", "resources", "labels", "object_store_memory"}
)
