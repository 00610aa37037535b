"""The graph of an app, for people and tools: what each workflow runs, and what goes where.

It is what staging found, every node with its name; loops are said beside the nodes, not unrolled
into them or folded over them. Whoever shows it folds it (`folding.py`).
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from ..ir.setup import Number
from .edge import Edge as Edge


class Kind(enum.Enum):
    """What a node is."""

    TASK = "task"
    ACTOR = "actor"
    CALL = "call"
    SOURCE = "source"
    STEP = "step"
    RESOURCE = "resource"


class LoopKind(enum.Enum):
    """A part of the app that runs any number of times, or perhaps."""

    LOOP = "loop"
    BRANCH = "branch"


@dataclass(frozen=True)
class Name:
    """What a node or a workflow is called: `fit {day}` where only the driver knows a part of it.

    One that is `known` is wholly so; of another, `start` is what it surely begins with. `written`
    is the name as the app writes it, which all passes of a loop share. One that is not `given` is a
    default name.
    """

    text: str
    known: bool = True
    given: bool = True
    start: str = ""
    written: str = ""


@dataclass(frozen=True)
class Place:
    """A line of a file of the app."""

    file: str
    line: int


@dataclass(frozen=True)
class Loop:
    """A loop or branch of the app around nodes, in the loop `parent`.

    `passes` are how often it runs, the least and the most; None where only the driver knows.
    """

    id: int
    kind: LoopKind
    header: str
    passes: tuple[int, int] | None
    parent: int | None
    place: Place


@dataclass(frozen=True)
class Pass:
    """The pass of a loop in which something is made."""

    loop: int
    number: int


@dataclass(frozen=True)
class Argument:
    """An argument of a node's call: what the function calls it, its value, the app's own text.

    In `value`, `<name>` stands for the result of a node. One of a step that is bound `is_output`:
    what it is called is the output of the step before.
    """

    name: str
    value: str
    written: str
    is_output: bool = False


@dataclass(frozen=True)
class Option:
    """An option for Ray, as code."""

    name: str
    value: str


@dataclass(frozen=True)
class Asked:
    """Options that a node gets if the pattern, which only the driver can match, finds it."""

    pattern: str
    options: tuple[Option, ...]


@dataclass(frozen=True)
class Plugin:
    """A call in the node's process before it: `random.seed`. Each run gives it a seed, or none.

    A seed is None where only the driver counts.
    """

    function: str
    seeded: bool = False
    seeds: tuple[Number | None, ...] = ()


@dataclass(frozen=True)
class Node:
    """A node, as one workflow runs it. `id` is its place among all nodes of the app.

    Its `arguments` are those of the call, its `parameters` those that a person may set before a
    step runs. It belongs to the node `actor`, if it is a call of an object. What says which nodes
    are made by one line in loops is its `site`: it is equal for these.
    """

    id: int
    kind: Kind
    name: Name
    function: str
    arguments: tuple[Argument, ...]
    place: Place
    parameters: tuple[Option, ...] = ()
    options: tuple[Option, ...] = ()
    asked: tuple[Asked, ...] = ()
    plugins: tuple[Plugin, ...] = ()
    stored: bool = False
    actor: int | None = None
    owner: str = ""
    path: tuple[Pass, ...] = ()
    site: int = 0


@dataclass(frozen=True)
class Storage:
    """Where results are kept, as code: the kind is None if the app computes it."""

    kind: str | None
    where: str


@dataclass(frozen=True)
class Workflow:
    """What runs of one workflow object submit, `runs` times in the same way.

    A graph of steps `is_graph`. `leaves` are the nodes whose results it gives, `path` the loops in
    which it runs.
    """

    name: Name
    is_graph: bool
    place: Place
    site: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    leaves: tuple[int, ...]
    runs: tuple[int, ...]
    path: tuple[Pass, ...] = ()
    storage: Storage | None = None
    limit: str = ""
    init: tuple[Option, ...] = ()


@dataclass(frozen=True)
class Function:
    """A function or class whose calls are nodes, with the first line of its docstring."""

    name: str
    doc: str
    place: Place


@dataclass(frozen=True)
class Graph:
    """All that an app runs. A loop is found by its id, which is its index."""

    source: str
    doc: str
    workflows: tuple[Workflow, ...]
    loops: tuple[Loop, ...]
    functions: tuple[Function, ...]
