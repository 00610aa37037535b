"""Graphs as people read them: what a line makes in the passes of a loop is one entry.

for kind in ["moons", "circles"]:        moons data, circles data     →   {kind} data, twice
    load(kind).set_name(f"{kind} data")
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from .model import Edge, Graph, Loop, Node, Workflow
from .numbered import within


@dataclass(frozen=True)
class Inlet:
    """What an entry gets from the entry `source`: `count` results for each of its nodes.

    `item` is the item or output of them. If it is not for `all`, only some of the nodes get one.
    """

    argument: str
    source: int
    item: str = ""
    count: int = 1
    order: bool = False
    sure: bool = True
    all: bool = True


@dataclass(frozen=True)
class Entry:
    """The nodes that one line makes; `id` is the place among the entries of the section."""

    id: int
    nodes: tuple[Node, ...]
    inlets: tuple[Inlet, ...] = ()

    @property
    def node(self) -> Node:
        return self.nodes[0]

    @property
    def name(self) -> str:
        """The name of the one node, or what stands for the names of all."""
        if len(self.nodes) == 1:
            return self.node.name.text
        written = dict.fromkeys(node.name.written for node in self.nodes)
        if len(written) == 1:
            return next(iter(written))
        return f"{self.node.name.text} … {self.nodes[-1].name.text}"

    @property
    def count(self) -> int | None:
        """How many nodes these are, if that is known."""
        return len(self.nodes)


@dataclass(frozen=True)
class Fold:
    """A loop with what stands in it, in its order."""

    loop: Loop
    items: tuple[Fold | Entry, ...]


Item = Fold | Entry


@dataclass(frozen=True)
class Section:
    """The workflows that one line makes, as one."""

    workflows: tuple[Workflow, ...]
    entries: tuple[Entry, ...]
    items: tuple[Item, ...]
    around: tuple[Loop, ...]

    @property
    def workflow(self) -> Workflow:
        return self.workflows[0]

    @property
    def name(self) -> str:
        names = [*dict.fromkeys(one.name.text for one in self.workflows)]
        return names[0] if len(names) == 1 else f"{names[0]} … {names[-1]}"

    @property
    def nodes(self) -> int:
        return sum(len(entry.nodes) for entry in self.entries)

    @property
    def edges(self) -> int:
        return sum(len(one.edges) for one in self.workflows)

    @property
    def is_exact(self) -> bool:
        """Whether the driver makes just these nodes."""
        return not any(_is_open(item) for item in self.items)


def _is_open(item: Item) -> bool:
    if isinstance(item, Entry):
        return False
    return item.loop.passes is None or any(map(_is_open, item.items))


def sections(graph: Graph) -> tuple[Section, ...]:
    """The workflows of a graph, folded."""
    groups: list[list[Workflow]] = []
    for workflow in graph.workflows:
        last = groups[-1] if groups else []
        if last and last[0].site == workflow.site and not _shares(last, workflow):
            last.append(workflow)
        else:
            groups.append([workflow])
    return tuple(_section(graph, group) for group in groups)


def _shares(group: Sequence[Workflow], workflow: Workflow) -> bool:
    there = {node.id for one in group for node in one.nodes}
    return any(node.id in there for node in workflow.nodes)


@dataclass
class _Level:
    """A loop while it is filled: loops by their ids, entries by their sites."""

    loop: Loop | None = None
    parts: dict[tuple[str, int], _Level | list[Node]] = field(default_factory=dict)

    def inner(self, loop: Loop) -> _Level:
        found = self.parts.setdefault(("loop", loop.id), _Level(loop))
        assert isinstance(found, _Level)
        return found

    def add(self, node: Node) -> None:
        found = self.parts.setdefault(("site", node.site), [])
        assert isinstance(found, list)
        found.append(node)


def _section(graph: Graph, group: Sequence[Workflow]) -> Section:
    around = [step.loop for step in group[0].path]
    top = _Level()
    for node in (node for one in group for node in one.nodes):
        level = top
        for loop in within([step.loop for step in node.path], around):
            level = level.inner(graph.loops[loop])
        level.add(node)
    made = [Entry(index, tuple(nodes)) for index, nodes in enumerate(_entries(top))]
    of = {node.id: entry.id for entry in made for node in entry.nodes}
    edges = [edge for one in group for edge in one.edges]
    into: defaultdict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        into[of[edge.target]].append(edge)
    entries = tuple(
        Entry(entry.id, entry.nodes, tuple(_inlets(into[entry.id], of, len(entry.nodes))))
        for entry in made
    )
    return Section(
        tuple(group),
        entries,
        tuple(_items(top, iter(entries))),
        tuple(graph.loops[loop] for loop in around),
    )


def _entries(level: _Level) -> Iterator[list[Node]]:
    for part in level.parts.values():
        if isinstance(part, _Level):
            yield from _entries(part)
        else:
            yield part


def _items(level: _Level, entries: Iterator[Entry]) -> Iterator[Item]:
    for part in level.parts.values():
        if isinstance(part, _Level):
            assert part.loop is not None
            yield Fold(part.loop, tuple(_items(part, entries)))
        else:
            yield next(entries)


def _inlets(edges: Sequence[Edge], of: dict[int, int], targets: int) -> Iterator[Inlet]:
    counts: Counter[Inlet] = Counter()
    for edge in edges:
        counts[Inlet(edge.argument, of[edge.source], edge.item, 1, edge.order, edge.sure)] += 1
    for inlet, count in counts.items():
        each = max(1, round(count / targets))
        yield replace(inlet, count=each, all=count >= targets)
