"""Sending modules that stay imports to a cluster."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any


def shipped(address: str, modules: list[str], env: Any = None) -> Any:
    """The runtime environment `env` with those of the modules that are not installed.

    Installed ones are taken to be installed on the cluster at `address`, too. A Ray of
    the driver's own finds the modules where the driver does.
    """
    installed = {"site-packages", "dist-packages"}
    specs = filter(None, map(find_spec, modules))
    found = [[*(one.submodule_search_locations or []), one.origin] for one in specs]
    paths = [str(places[0]) for places in found]
    own = [path for path in paths if not installed.intersection(Path(path).parts)]
    if address == "local" or not own:
        return env
    given = env or {}
    return {**given, "py_modules": [*given.get("py_modules", []), *own]}
