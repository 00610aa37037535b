"""Nodes: the calls that Ray will run."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from functools import cached_property

from ..source import Span
from .fragment import Fragment, Ref
from .setup import NodeSeeds
from .symbol import Symbol


class NodeKind(enum.Enum):
    TASK = "task"
    ACTOR = "actor"
    CALL = "method"


class Role(enum.Enum):
    """What a node is in a step graph: an actor, or a call of one.

    A stream is a step that is bound; its notes are what tasks get of it, all at once.
    """

    SOURCE = "source"
    STEP = "step"
    RESOURCE = "resource"
    STREAM = "stream"
    NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a node's call.

    `prefix` is what stands before the value: nothing, `name=`, `*` or `**`. `known` is the value
    where it is known (`UNKNOWN` else), `nested` says that refs stand inside a container of it,
    `listed` that it is a list, and `computed` that evaluating it is more than looking up names; if
    it `has_effects`, it may read what other statements change.
    """

    prefix: str
    value: Fragment
    known: object
    span: Span
    nested: bool = False
    listed: bool = False
    computed: bool = False
    has_effects: bool = False

    @property
    def keyword(self) -> str | None:
        return self.prefix[:-1] if self.prefix.endswith("=") else None


@dataclass(frozen=True)
class Given:
    """What `.remote()` of a step or resource is given under a `name`.

    `what` says what that is: a resource, notes, a function, else a value, `known` if it is. It
    stands at `span`, its name at `place`.
    """

    name: str
    what: str
    known: object
    span: Span
    place: Span


@dataclass(frozen=True)
class Settings:
    """The row of a step or resource in the driver's table: `entries` are names and literals.

    `title` is what the node is called there, and `doc` the first line of its class's docstring.
    """

    title: str
    doc: str
    entries: tuple[tuple[str, str], ...]
    given: tuple[Given, ...] = ()


@dataclass(frozen=True)
class Comments:
    """The comments of a statement: the lines above it, and the one behind it."""

    above: tuple[str, ...] = ()
    behind: str = ""


NO_COMMENTS = Comments()


@dataclass(frozen=True)
class Node:
    """A call of a task, the making of an actor, or a call of an actor's method.

    `definition` is the app's function or class. A method call belongs to node `actor` and comes
    after node `previous`: the call before it, or the actor itself; `owner` is the code for the
    actor, where that is not the variable of one node.

    Variables of the driver among the arguments may hold the refs of the nodes in `held`, of which
    all those of the nodes in `taken`. `written` are the arguments as the app writes them, for a
    driver in which only variables hold the refs. `original` is the node of which this one is the
    same, made once more for a further run.

    One of a step graph has a `role` there. `settings` are what a person may change of it before the
    driver starts, and `maker` is the class that makes it, where that is none of the app's. It is
    made `anew` for each run if something of its graph has plugins. `seeds` are those that plugins
    give it in each run, as far as they are known. It is made in `call`, if a function of the app
    makes it.
    """

    id: int
    kind: NodeKind
    definition: Symbol
    arguments: tuple[Argument, ...]
    default_name: str
    span: Span
    comments: Comments = NO_COMMENTS
    actor: int | None = None
    method: str | None = None
    previous: int | None = None
    held: tuple[int, ...] = ()
    taken: tuple[int, ...] = ()
    owner: Fragment | None = None
    written: tuple[Argument, ...] | None = None
    original: int | None = None
    role: Role | None = None
    settings: Settings | None = None
    maker: Fragment | None = None
    anew: bool = False
    seeds: tuple[NodeSeeds, ...] = ()
    call: int | None = None

    @cached_property
    def inputs(self) -> tuple[Ref, ...]:
        """The refs among its arguments, in their order, repeated as they are written."""
        return tuple(ref for argument in self.arguments for ref in argument.value.refs)

    @property
    def is_of_graph(self) -> bool:
        """Whether it only says what a step graph is made of: nothing runs where it is made."""
        return self.role is not None and self.role is not Role.NOTES

    @property
    def is_lasting(self) -> bool:
        """Whether it is made once for all runs: each makes its own actors of a step."""
        return self.is_of_graph and not self.anew

    @cached_property
    def parents(self) -> tuple[int, ...]:
        """The nodes that must run before this one, each once, in the order of the arguments."""
        found = [ref.node for ref in self.inputs]
        found += (node for node in self.held if node < self.id)
        if self.previous is not None:
            found.append(self.previous)
        return tuple(dict.fromkeys(found))
