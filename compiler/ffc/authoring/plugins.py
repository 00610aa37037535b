"""What prepares the process of a node before the node runs."""

from __future__ import annotations

from ffc.runtime.plugins import Plugin

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any


class InitializerPlugin(Plugin):  # type: ignore[misc]
    """Calls `func()` before the node."""

    def __init__(self, func: Callable[[], object]) -> None:
        self.func = func

    def remote_initialize(self) -> Callable[[], object]:
        return self.func


class RandomStatePlugin(Plugin):  # type: ignore[misc]
    """Calls `seed_func(seed)` before the node, with another seed for each.

    The first is the one behind `seed`; after `max` comes `min`.
    """

    def __init__(self, min: Any, max: Any, seed: Any, seed_func: Callable[[Any], object]) -> None:
        self.min = min
        self.max = max
        self.seed = seed
        self.seed_func = seed_func

    def local_initialize(self) -> None:
        self.seed += 1
        if self.seed > self.max:
            self.seed = self.min

    def remote_initialize(self) -> Callable[[], object]:
        seed, seed_func = self.seed, self.seed_func
        return lambda: seed_func(seed)


class PluginCollection(Plugin):  # type: ignore[misc]
    """Calls what all the `plugins` call, in their order; collections among them too."""

    def __init__(self, plugins: Sequence[Plugin]) -> None:
        self.plugins = plugins

    def local_initialize(self) -> None:
        for plugin in self.plugins:
            plugin.local_initialize()

    def remote_initialize(self) -> Callable[[], object]:
        setups = [plugin.remote_initialize() for plugin in self.plugins]

        def call() -> None:
            for setup in setups:
                if setup is not None:
                    setup()

        return call
