"""Nodes, tasks, workflows, and the variables of the driver that hold refs."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...dialects import helper
from ...ir import NO_CODE, Fragment, Option, Ref, Symbol
from .base import HelperValue, Value


@dataclass(frozen=True)
class NodeValue(Value):
    """A node of a task or of a method call."""

    node: int


@dataclass(frozen=True)
class ItemValue(Value):
    """`node[key]`."""

    ref: Ref


@dataclass(frozen=True)
class InstanceValue(Value):
    """What a class node gives: the object whose methods make nodes."""

    node: int
    definition: Symbol


@dataclass(frozen=True)
class TaskValue(Value):
    """A decorated function or class."""

    definition: Symbol


@dataclass(frozen=True)
class DialectValue(Value):
    """A name or module of a front end."""

    name: str


def dialect_value(name: str) -> DialectValue | HelperValue:
    """What the qualified name of a front end stands for."""
    found = helper(name)
    return DialectValue(name) if found is None else HelperValue(found)


@dataclass(frozen=True)
class RemoteValue(Value):
    """A class or function that makes nodes of step graphs, with the options that they get."""

    definition: Symbol
    options: tuple[Option, ...] = ()


@dataclass(frozen=True)
class FlowValue(Value):
    """A workflow object."""

    flow: int


@dataclass(frozen=True)
class QueryValue(Value):
    """What `flow.query(…)` gives: nodes, and those of which the driver knows whether they match."""

    flow: int
    nodes: tuple[int, ...]
    maybe: tuple[int, ...] = ()
    pattern: Fragment = NO_CODE


@dataclass(frozen=True)
class RunValue(Value):
    """The results of a run, there when the driver runs."""

    run: int


@dataclass(eq=False)
class NodeSet:
    """The nodes whose refs a variable may hold. It grows while a loop that stays is staged.

    Where containers inside hold the refs, `inner` are the kinds of these, those of the outermost
    first; `actor` says that they are objects of that class.
    """

    nodes: dict[int, None] = field(default_factory=dict)
    inner: tuple[str, ...] = ()
    actor: Symbol | None = None


@dataclass(frozen=True)
class RefValue(Value):
    """A ref in a variable of the driver: of which node, only the driver knows.

    One of several that nothing else may take is `partial`. Where a condition has chosen which of
    some nodes is made, and it is that one, these are `chosen`.
    """

    nodes: NodeSet
    partial: bool = False
    chosen: tuple[int, ...] = ()


@dataclass(frozen=True)
class ManyValue(Value):
    """A container of the driver with refs in it; `kind` is `list`, `dict` or `iterator`.

    The elements of rows, as `zip` gives them, are tuples with `parts`. A slice of one that nothing
    else may take is `partial`. One that is itself an element has others around it, at its `depth`.
    """

    nodes: NodeSet
    kind: str = "list"
    parts: tuple[Value, ...] = ()
    partial: bool = False
    depth: int = 0

    @property
    def inner(self) -> tuple[str, ...]:
        """The kinds of the containers inside of it that hold the refs, as far as that is known."""
        return self.nodes.inner[self.depth :]


@dataclass(frozen=True)
class Lost(Value):
    """Something of the wiring that differs from pass to pass, and is no ref."""

    what: str
