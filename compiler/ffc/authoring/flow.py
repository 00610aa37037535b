"""Workflows: graphs that are run, here in this process."""

from __future__ import annotations

from ffc.authoring.arguments import references_in, value_of
from ffc.authoring.evaluate import evaluate
from ffc.authoring.graph import nodes_to_run
from ffc.authoring.item import Item
from ffc.authoring.node import Node
from ffc.authoring.prepare import prepare
from ffc.authoring.query import Query, matching
from ffc.authoring.reached import reached

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from ffc.authoring.reference import Reference
    from ffc.authoring.storage import Storage
    from ffc.runtime.plugins import Plugin


class LocalWorkflow:
    """What the leaves come from, and every node all of whose parents run.

    `leaves` are nodes or items, and the run gives their values. TypeError for anything else.
    """

    def __init__(self, *leaves: Node | Item, workflow_name: str) -> None:
        for leaf in leaves:
            if not isinstance(leaf.node if isinstance(leaf, Item) else leaf, Node):
                raise TypeError(
                    f"a leaf is a node or an item of one, not {leaf!r}: pass each leaf by itself, "
                    "and of the object of a decorated class what one of its methods returns. "
                    "What bind() gives is for run(), or an argument of a task"
                )
        self.leaves = leaves
        self.workflow_name = workflow_name
        self._storage: Storage | None = None

    def set_storage(self, storage: Storage | None) -> None:
        """Store the results of the runs from now on; with None, do not.

        `storage` is what `storage_factory` gives: TypeError for anything else.
        """
        if storage is not None and not hasattr(storage, "keeper"):
            raise TypeError(f"set_storage() takes what storage_factory() gives, not {storage!r}")
        self._storage = storage

    def find_nodes(self, pattern: str | None = None) -> list[Node]:
        """Return the nodes that would run now, in order.

        With `pattern`, a regular expression, only those whose whole name matches it.
        """
        leaves = (leaf.node if isinstance(leaf, Item) else leaf for leaf in self.leaves)
        nodes = nodes_to_run(leaf for leaf in leaves if isinstance(leaf, Node))
        if pattern is None:
            return nodes
        import re  # costs more than the rest of this package, and most scripts make no query

        expression = re.compile(pattern)
        return [node for node in nodes if expression.fullmatch(node.name)]

    def query(self, pattern: str | None = None) -> Query:
        """Return a query of the nodes that `find_nodes(pattern)` finds, and of steps.

        Those are the steps and resources that the nodes need, whose titles match the pattern.
        """
        nodes = self.find_nodes()
        return matching(nodes, reached(nodes)[1], pattern)

    def set_plugin(self, pattern: str | None, plugin: Plugin | None) -> None:
        """Prepare the nodes that `query(pattern)` finds with this plugin."""
        self.query(pattern).set_plugin(plugin)

    def run(self) -> Any:
        """Run every node, and return the leaf's value, or a list if there is not exactly one leaf.

        The steps whose notes nodes get run first, each once. Nothing is kept from an earlier run:
        what a storage has of it is computed and stored anew. Errors of the app's functions come
        through as they are. OSError if results cannot be stored; then the others are.
        """
        results: dict[Reference, Any] = {}
        nodes = self.find_nodes()
        prepare(*reached(nodes))
        taken = (one for node in nodes for one in references_in((node.args, node.kwargs)))
        evaluate([one for one in taken if not isinstance(one, Node)], results)
        storage = self._storage
        keeper = None if storage is None else storage.keeper(self.workflow_name, nodes)
        for node in nodes:
            if node not in results:  # no step needed it
                results[node] = node.compute(results)
            if keeper is not None:
                results[node] = keeper.keep(node, results[node])
        if keeper is not None:
            keeper.close()
        values = value_of([*self.leaves], results)
        return values[0] if len(values) == 1 else values


class RayWorkflow(LocalWorkflow):
    """A workflow whose compiled driver runs on Ray. In this process it runs like a local one."""

    def __init__(
        self,
        *leaves: Node | Item,
        workflow_name: str,
        ray_init_args: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(*leaves, workflow_name=workflow_name)
        self.ray_init_args = ray_init_args or {}

    def run(self, return_results: bool = False, max_pending_tasks: int = 0) -> Any:
        """Run every node, one at a time; the result is given whatever the arguments say."""
        return super().run()
