"""Two versions of an app → what changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..compile import Compiled
from ..graphs.build import graph_of
from ..graphs.folding import Entry, Section, sections
from ..graphs.labels import call, named, times
from ..graphs.model import Graph, Node, Workflow
from .changes import Change, Code, Detail, FlowReview, Kind, Review, What
from .details import flow_details, node_details
from .fingerprints import Fingerprints, Print
from .matching import matched
from .pairs import Pairs
from .stale import Prints, results


class Side:
    """One version of an app, with what its results depend on."""

    def __init__(self, compiled: Compiled) -> None:
        self.graph: Graph = graph_of(compiled.staged)
        self.fingerprints = Fingerprints(compiled, self.graph)
        self.prints: list[Prints] = [self.fingerprints.of(one) for one in self.graph.workflows]
        self.sections = sections(self.graph)

    def entry(self, workflow: Workflow, node: Node) -> tuple[Section, Entry]:
        """Where a node is shown in the folded graph."""
        for section in self.sections:
            if workflow in section.workflows:
                for entry in section.entries:
                    if any(one.id == node.id for one in entry.nodes):
                        return section, entry
        raise AssertionError("every node is in an entry")


def compare(source: str, names: tuple[str, str], old: Side | None, new: Side | None) -> Review:
    """What changed in a source; a side that has no such source is None."""
    if old is None or new is None:
        what = What.ADDED if old is None else What.REMOVED
        side = new if old is None else old
        assert side is not None
        flows = [_whole(side, at, what) for at in range(len(side.graph.workflows))]
        return Review(source, *names, what, tuple(flows))
    found: list[FlowReview] = []
    for before, after in matched(old.graph, new.graph):
        if before is None:
            assert after is not None
            found.append(_whole(new, after, What.ADDED))
        elif after is None:
            found.append(_whole(old, before, What.REMOVED))
        else:
            found.append(_Comparing(old, new, before, after).review())
    return Review(source, *names, What.CHANGED, tuple(found))


def _whole(side: Side, at: int, what: What) -> FlowReview:
    """A workflow that is there on one side alone."""
    workflow = side.graph.workflows[at]
    changes = [_Raw(what, node, node, ()) for node in workflow.nodes]
    none: Prints = {}
    empty = replace(workflow, nodes=())
    stored = results(empty, workflow, none, side.prints[at]) if what is What.ADDED else None
    return FlowReview(
        what,
        _title(workflow),
        (),
        tuple(_folded(side, side, workflow, workflow, changes)),
        (),
        stored,
    )


def _title(workflow: Workflow) -> str:
    return named(workflow, workflow.name.text)


@dataclass(frozen=True)
class _Raw:
    """What became of one node."""

    what: What
    old: Node
    new: Node
    details: tuple[Detail, ...]


class _Comparing:
    def __init__(self, old: Side, new: Side, before: int, after: int) -> None:
        self.sides = old, new
        self.flows = old.graph.workflows[before], new.graph.workflows[after]
        self.prints = old.prints[before], new.prints[after]
        self.pairs = Pairs(*self.flows)

    def review(self) -> FlowReview:
        raw = sorted(self._raw(), key=lambda one: one.what is What.REMOVED)
        changes = _folded(*self.sides, *self.flows, raw)
        return FlowReview(
            What.CHANGED,
            _title(self.flows[1]),
            tuple(flow_details(self.pairs)),
            tuple(changes),
            tuple(self._code()),
            results(*self.flows, *self.prints),
        )

    def _raw(self) -> Iterator[_Raw]:
        old = {node.id: node for node in self.flows[0].nodes}
        graphs = self.sides[0].graph, self.sides[1].graph
        for node in self.flows[1].nodes:
            if node.id not in self.pairs.old_of:
                yield _Raw(What.ADDED, node, node, ())
                continue
            before = old[self.pairs.old_of[node.id]]
            details = (
                *node_details(self.pairs, before, node, graphs),
                *self._computed(before, node),
            )
            same = before.name.text == node.name.text
            if not same and (before.name.given or node.name.given):
                yield _Raw(What.RENAMED, before, node, details)
            elif details:
                yield _Raw(What.CHANGED, before, node, details)
        for node in self.flows[0].nodes:
            if node.id not in self.pairs.new_of:
                yield _Raw(What.REMOVED, node, node, ())

    def _computed(self, old: Node, new: Node) -> Iterator[Detail]:
        """Arguments whose code is the same, and whose value is computed in another way."""
        was, now = self.prints[0][old.id], self.prints[1][new.id]
        values = {one.name: one.value for one in new.arguments}
        before = {one.name: one.value for one in old.arguments}
        for name, value in values.items():
            if name in now.origins or name not in was.arguments or before.get(name) != value:
                continue
            if name in now.arguments and was.arguments[name].digest != now.arguments[name].digest:
                yield Detail(Kind.COMPUTED, name, value, value)

    def _code(self) -> Iterator[Code]:
        """Functions whose code, or what it leads to, is another."""
        found: dict[tuple[str, tuple[str, ...]], list[str]] = {}
        old = {node.id: node for node in self.flows[0].nodes}
        for node in self.flows[1].nodes:
            before = old.get(self.pairs.old_of.get(node.id, -1))
            if before is None or before.function != node.function:
                continue
            changed = self._changed(before, node)
            if changed:
                found.setdefault((node.function, changed), []).append(node.name.text)
        for (function, changed), names in found.items():
            yield Code(function, changed, tuple(names))

    def _changed(self, old: Node, new: Node) -> tuple[str, ...]:
        prints: tuple[Print, Print] = self.prints[0][old.id], self.prints[1][new.id]
        parts = [
            side.fingerprints.parts(node.id)
            for side, node in zip(self.sides, (old, new), strict=True)
        ]
        names = [n for n in {**parts[0], **parts[1]} if parts[0].get(n) != parts[1].get(n)]
        if [one.function for one in old.plugins] != [one.function for one in new.plugins]:
            names = [
                n for n in names if n in parts[0] and n in parts[1]
            ]  # the rest is the plugins'
        variables = [one.variables for one in prints]
        names += [
            n
            for n in {**variables[0], **variables[1]}
            if variables[0].get(n) != variables[1].get(n) and n not in names
        ]
        return tuple(names)


def _folded(
    old: Side, new: Side, before: Workflow, after: Workflow, raw: Sequence[_Raw]
) -> Iterator[Change]:
    """What one line makes in all passes of its loops, and what changed alike, as one change."""
    groups: dict[object, list[_Raw]] = {}
    for one in raw:
        kinds = tuple((detail.kind, detail.subject) for detail in one.details)
        groups.setdefault((one.what, one.old.site, one.new.site, kinds), []).append(one)
    for some in groups.values():
        what = some[0].what
        side, flow = (old, before) if what is What.REMOVED else (new, after)
        section, entry = side.entry(flow, some[0].new)
        yield Change(
            what,
            _label(entry, [one.new for one in some]),
            tuple(_names(one) for one in some),
            call(section, entry if len(some) > 1 else _alone(entry, some[0].new)),
            _merged(old, before, some),
        )


def _alone(entry: Entry, node: Node) -> Entry:
    """The entry of one of its nodes."""
    return replace(entry, nodes=(node,))


def _names(one: _Raw) -> tuple[str | None, str | None]:
    return (
        None if one.what is What.ADDED else one.old.name.text,
        None if one.what is What.REMOVED else one.new.name.text,
    )


def _label(entry: Entry, nodes: Sequence[Node]) -> str:
    """The name of one node, or what all that are meant are called."""
    names = [node.name.text for node in nodes]
    if len(nodes) > 3 or len(nodes) == len(entry.nodes) or any("," in name for name in names):
        return names[0] if len(nodes) == 1 else f"{entry.name}{times(len(nodes))}"
    return ", ".join(names)


def _merged(old: Side, before: Workflow, some: Sequence[_Raw]) -> tuple[Detail, ...]:
    """The details of several nodes as one; of a renaming, also the names."""
    found: list[Detail] = []
    if some[0].what is What.RENAMED:
        _, entry = old.entry(before, some[0].old)
        was = _label(entry, [one.old for one in some])
        found.append(Detail(Kind.NAME, "name", was, None))
    for index, first in enumerate(some[0].details):
        every = [one.details[index] for one in some]
        found.append(
            Detail(
                first.kind,
                first.subject,
                _joined([one.old for one in every]),
                _joined([one.new for one in every]),
            )
        )
    return tuple(found)


def _joined(texts: Sequence[str | None]) -> str | None:
    """One text, or several: the first ones and the last."""
    distinct = [*dict.fromkeys(one for one in texts if one is not None)]
    if len(distinct) > 4:
        distinct = [*distinct[:3], "…", distinct[-1]]
    return ", ".join(distinct) or None
