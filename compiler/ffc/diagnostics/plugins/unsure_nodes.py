"""FFC605: Only the driver would know whether a node gets a plugin."""

from __future__ import annotations

from dataclasses import dataclass

from ...source import Span
from ..model import Error


@dataclass(frozen=True)
class UnsureNodes(Error):
    """Only the driver would know whether a node gets a plugin.

    What comes before a node is written into the driver, so ffc must know which nodes a query finds:
    it must know the pattern and the names, or at least how the names begin.

    Example:

        for path in sys.argv[1:]:
            nodes.append(load(path).set_name(path))
        ...
        flow.query("train.*").set_plugins(plugin)

    Let such names begin with a text that the pattern has, too: `set_name(f"load {path}")` and
    `query("load .*")`; or give the plugin to all nodes.
    """

    code = "FFC605"

    node: Span

    @property
    def message(self) -> str:
        return "only the driver would know whether a node gets this plugin"

    @property
    def help(self) -> str:
        return 'let names begin with a text, and find it by a pattern such as "load .*"'

    @property
    def related(self) -> tuple[tuple[Span, str], ...]:
        return ((self.node, "this node"),)
