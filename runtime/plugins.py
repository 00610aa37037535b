"""Plugins of an app's own: what they derive from, and what comes of them."""

from collections.abc import Callable
from typing import Any


class Plugin:
    """Prepares workers for nodes; for each, the driver calls both methods."""

    def local_initialize(self) -> Any:
        """Called first, to keep count of something."""

    def remote_initialize(self) -> Callable[[], object] | None:
        """Return what the worker calls before the node, or None."""
        return None


def setup_of(plugin: Any) -> Callable[[], object]:
    """What the worker calls before a node with this plugin."""
    plugin.local_initialize()
    return plugin.remote_initialize() or (lambda: None)
