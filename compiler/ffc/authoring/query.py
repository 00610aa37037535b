"""Options for many nodes at once."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from ffc.authoring.node import Node
    from ffc.runtime.plugins import Plugin


class Query:
    """The nodes that a workflow's `query` found, in `nodes`."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self.nodes = nodes

    def set_remote_args(self, args: Mapping[str, Any]) -> Query:
        """Give the nodes these Ray options, in place of earlier ones, and return the query."""
        for node in self.nodes:
            node.remote_args = args
        return self

    def set_plugin(self, plugin: Plugin | None) -> Query:
        """Prepare the nodes with this plugin, in place of an earlier one, and return the query."""
        for node in self.nodes:
            node.plugin = plugin
        return self

    def set_plugins(self, plugins: Plugin | None) -> Query:
        """The same."""
        return self.set_plugin(plugins)

    def __repr__(self) -> str:
        return f"<query of {list(self.nodes)}>"
