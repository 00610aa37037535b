"""Loads the class of a diagnostic when it is first reported: most compilations need none."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module


def lazy(package: str) -> Callable[[str], object]:
    """The `__getattr__` of a package with one class in each module: `BadKey` is in `bad_key`."""

    def load(name: str) -> object:
        if not re.fullmatch(r"([A-Z][a-z]+)+", name):
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module = re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
        return getattr(import_module(f"{package}.{module}"), name)

    return load
