"""Options and plugins for many nodes at once."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from ffc.authoring.node import Node
    from ffc.authoring.steps.made import Made
    from ffc.runtime.plugins import Plugin


class Query:
    """What the `query` of a workflow or step graph found: nodes of workflows, and steps."""

    def __init__(self, nodes: Sequence[Node], steps: Sequence[Made]) -> None:
        self.nodes, self.steps = nodes, steps

    def set_remote_args(self, args: Mapping[str, Any]) -> Query:
        """Give the nodes these Ray options, in place of earlier ones, and return the query.

        Steps keep theirs. TypeError if there is nothing else.
        """
        if self.steps and not self.nodes:
            name = self.steps[0].target.__name__
            raise TypeError(f"{self!r} has steps only: their options are those of {name}.options()")
        for node in self.nodes:
            node.remote_args = args
        return self

    def set_plugin(self, plugin: Plugin | None) -> Query:
        """Prepare all with this plugin, in place of an earlier one, and return the query."""
        for node in self.nodes:
            node.plugin = plugin
        for step in self.steps:
            step.plugin = plugin
        return self

    def set_plugins(self, plugins: Plugin | None) -> Query:
        """The same."""
        return self.set_plugin(plugins)

    def __repr__(self) -> str:
        return f"<query of {[*self.nodes, *self.steps]}>"


def matching(nodes: Sequence[Node], steps: Iterable[Made], pattern: str | None) -> Query:
    """Return a query of those whose whole name, or title, matches `pattern`, if there is one."""
    if pattern is None:
        return Query(nodes, [*steps])
    import re  # costs more than the rest of this package, and most scripts make no query

    name = re.compile(pattern).fullmatch
    return Query(
        [node for node in nodes if name(node.name)], [one for one in steps if name(one.title)]
    )
