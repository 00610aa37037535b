"""Actors that hold so much of a resource that nodes which need it are never scheduled.

4 CPUs given, 4 models with one CPU each: a task that takes what they return waits for ever.

Only what `ray_init_args` declare is counted, and only amounts that are known. An actor holds its
resources until the driver ends, so those of earlier runs count as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..diagnostics import Sink
from ..diagnostics import graph as errors
from ..ir import Node, NodeKind, Program
from ..ir.schedule import Schedule
from .resources import CPU, GPU, ONE, Share, declared, shares, shown


@dataclass(frozen=True)
class _Need:
    """What a node needs of a resource; an actor keeps it."""

    node: Node
    name: str
    share: Share


@dataclass(frozen=True)
class _Starved:
    """A node that finds too little left: surely, or if actors that it does not need come first."""

    need: _Need
    held: int
    is_certain: bool


def starved_tasks(program: Program, sink: Sink) -> None:
    for resource, given in declared(program).items():
        held: dict[int, _Need] = {}
        for schedule in program.schedules:
            needs = list(_needs(program, schedule, resource))
            actors = {n.node.id: n for n in needs if n.node.kind is NodeKind.ACTOR}
            earlier = _sum(need for node, need in held.items() if node not in actors)
            starved = list(_starved(program, schedule, needs, earlier, given))
            held |= actors
            if starved:
                _report(sink, resource, given, starved, list(held.values()))
                break


def _needs(program: Program, schedule: Schedule, resource: str) -> Iterator[_Need]:
    for submission, name in zip(schedule.submissions, schedule.names, strict=True):
        node = program.nodes[submission.node]
        share = shares(node.kind, submission.options).get(resource)
        if share is not None and share.units:
            yield _Need(node, name or node.default_name, share)


def _starved(
    program: Program, schedule: Schedule, needs: Sequence[_Need], earlier: int, given: int
) -> Iterator[_Starved]:
    actors = {need.node.id: need for need in needs if need.node.kind is NodeKind.ACTOR}
    most = max((need.share.units for need in needs), default=0)
    if not (earlier or actors) or earlier + _sum(actors.values()) + most <= given:
        return
    held = earlier
    for actor in actors.values():
        if held and held + actor.share.units > given:
            yield _Starved(actor, held, True)
            return
        held += actor.share.units
    above = _actors_above(program, schedule, frozenset(actors))
    needed = {node: _ancestors(program, node) for node in actors}
    for need in needs:
        node, units = need.node.id, need.share.units
        if node in actors or units > given:
            continue
        surely = earlier + _sum(actors[one] for one in above[node])
        perhaps = earlier + _sum(a for one, a in actors.items() if node not in needed[one])
        if units + surely > given:
            yield _Starved(need, surely, True)
        elif units + perhaps > given:
            yield _Starved(need, perhaps, False)


def _actors_above(
    program: Program, schedule: Schedule, actors: frozenset[int]
) -> dict[int, frozenset[int]]:
    """The actors without which a node cannot run."""
    found: dict[int, frozenset[int]] = {}
    for submission in schedule.submissions:
        parents = program.nodes[submission.node].parents
        own = actors.intersection(parents)
        found[submission.node] = own.union(*(found[parent] for parent in parents))
    return found


def _ancestors(program: Program, node: int) -> set[int]:
    """The nodes that must be over before this one starts."""
    found: set[int] = set()
    pending = [node]
    while pending:
        parents = set(program.nodes[pending.pop()].parents) - found
        found |= parents
        pending.extend(parents)
    return found


def _sum(needs: Iterable[_Need]) -> int:
    return sum(need.share.units for need in needs)


def _report(
    sink: Sink, resource: str, given: int, starved: list[_Starved], actors: list[_Need]
) -> None:
    first = min(starved, key=lambda one: not one.is_certain)
    holder = next((actor for actor in actors if actor is not first.need), first.need)
    sink.report(
        errors.StarvedTask(
            holder.share.span or holder.node.span,
            shown(first.held),
            _words(given, resource),
            first.need.name,
            first.is_certain,
            len(starved) - 1,
            first.need.node.span,
            _words(first.need.share.units, resource),
        )
    )


def _words(units: int, resource: str) -> str:
    """2 CPUs, 0.5 `disk`."""
    if resource not in (CPU, GPU):
        return f"{shown(units)} `{resource}`"
    return f"{shown(units)} {resource}" + ("" if units == ONE else "s")
