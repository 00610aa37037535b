"""What prepares the process of a node: to be given to the nodes that a query finds."""

from __future__ import annotations

from ffc.authoring.plugins import InitializerPlugin, PluginCollection, RandomStatePlugin
from ffc.runtime.plugins import Plugin

__all__ = ["InitializerPlugin", "Plugin", "PluginCollection", "RandomStatePlugin"]
