"""The keys of a `runtime_env`, as Ray 2.60 has them, and what they take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from .rule import Rule, dict_of, instance, list_of, optional
from .values import ANY, BOOL, TEXT

_TEXTS = list_of("a list of texts", TEXT)
_PACKAGES = Rule(
    "a list of packages, the path of a requirements file, or a dict",
    lambda value: isinstance(value, str | dict) or _TEXTS.test(value),
)

KEYS: Final[Mapping[str, Rule]] = {
    "working_dir": optional(TEXT),
    "py_modules": optional(_TEXTS),
    "excludes": optional(_TEXTS),
    "pip": optional(_PACKAGES),
    "uv": optional(_PACKAGES),
    "conda": optional(instance("the name of an environment, a YAML file, or a dict", str, dict)),
    "env_vars": optional(dict_of("a dict of text to text", TEXT, TEXT)),
    "py_executable": optional(TEXT),
    "worker_process_setup_hook": ANY,
    "image_uri": optional(TEXT),
    "container": optional(instance("a dict", dict)),
    "java_jars": optional(_TEXTS),
    "nsight": optional(instance("text or a dict", str, dict)),
    "rocprof_sys": optional(instance("text or a dict", str, dict)),
    "config": optional(instance("a dict", dict)),
}

# The keys of the dicts inside; Ray takes any in the others.
INNER_KEYS: Final[Mapping[str, Mapping[str, Rule]]] = {
    "pip": {
        "packages": instance("a list of packages or the path of a requirements file", list, str),
        "pip_check": BOOL,
        "pip_version": TEXT,
        "pip_install_options": _TEXTS,
    },
    "uv": {
        "packages": _TEXTS,
        "uv_check": BOOL,
        "uv_version": TEXT,
        "uv_pip_install_options": _TEXTS,
    },
    "config": {
        "setup_timeout_seconds": Rule(
            "a whole number from 1, or -1",
            lambda value: isinstance(value, int) and (value > 0 or value == -1),
        ),
        "eager_install": BOOL,
        "log_files": optional(_TEXTS),
    },
}

# At most one of these, and nothing but ENV_VARS and `config` beside an image.
INSTALLERS: Final = ("pip", "uv", "conda")
IMAGES: Final = ("container", "image_uri")
BESIDE_IMAGE: Final = ("config", "env_vars")

# Of these, `ray.init` uploads local paths; a node takes only what every machine can reach.
UPLOADED: Final = ("working_dir", "py_modules")


def is_local(path: object) -> bool:
    """Whether `path`, of a key in UPLOADED, is one on the machine that starts the driver."""
    return isinstance(path, str) and "://" not in path
