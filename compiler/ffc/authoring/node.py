"""Nodes: calls that the run will make."""

from __future__ import annotations

from ffc.authoring.item import Item
from ffc.authoring.novalue import NoValue
from ffc.authoring.reference import Reference, serials

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    from ffc.runtime.plugins import Plugin


class Node(Reference):
    """One call of a task, of a decorated class or of a method of its object.

    `name` may be changed at any time. `remote_args` are the options given by a query, and `plugin`
    prepares the process for it, by the `setup` that it gave for this run. The others
    say what to call: `function(*args, **kwargs)`, `after` another node if there is one, where nodes
    and items in the arguments stand for their values. `serial` counts nodes and steps as they are
    made, and `consumers` are the nodes known to have this one as a parent.
    """

    __slots__ = (
        "after",
        "args",
        "consumers",
        "function",
        "kwargs",
        "name",
        "plugin",
        "remote_args",
        "serial",
        "setup",
    )

    def __init__(
        self,
        name: str,
        function: Callable[..., Any],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
        after: Node | None = None,
    ) -> None:
        self.name = name
        self.function = function
        self.args = args
        self.kwargs = kwargs
        self.after = after
        self.serial = next(serials)
        self.consumers: dict[Node, None] = {}
        self.remote_args: Mapping[str, Any] = {}
        self.plugin: Plugin | None = None
        self.setup: Callable[[], object] | None = None

    def set_name(self, name: str) -> Node:
        """Rename the node and return it. TypeError if `name` is no string."""
        if not isinstance(name, str):
            raise TypeError(f"the name of {self!r} must be a string, not {type(name).__name__}")
        self.name = name
        return self

    def get_name(self) -> str:
        """Return the current name."""
        return self.name

    def __getitem__(self, key: object) -> Item:
        if isinstance(key, NoValue):
            raise TypeError(
                f"{key!r} has no value before the run, so it cannot be a key of {self!r}: "
                "make a task that gets both"
            )
        return Item(self, key)

    def needs(self) -> Iterator[Reference]:
        from ffc.authoring.arguments import check, references_in  # which know nodes

        check((self.args, self.kwargs))
        yield from references_in((self.args, self.kwargs))
        if self.after is not None:
            yield self.after

    def compute(self, results: Mapping[Reference, Any]) -> Any:
        from ffc.authoring.arguments import value_of

        if self.setup is not None:
            self.setup()
        return self.function(*value_of(self.args, results), **value_of(self.kwargs, results))

    def takes_plugin(self) -> Node:
        return self

    def rank(self) -> tuple[int, ...]:
        return (0, self.serial)

    def __repr__(self) -> str:
        return f"<node {self.name}>"
