"""The drawing of the graph."""

from __future__ import annotations

from dataclasses import dataclass

from ..drawing import Box, drawn
from .groups import Group
from .run import STATES, Node, Run
from .timing import timing
from .words import duration, shortened

_SIZE = (184.0, 46.0)
_NAME, _NOTE = 22, 26  # columns that a box has room for


@dataclass(frozen=True)
class Part:
    """A part of the bar below a box of several nodes: those in one state."""

    state: str
    x: float
    width: float


@dataclass(frozen=True)
class GroupBox:
    """A box as it is drawn. `title` is the whole of what it says."""

    group: Group
    box: Box
    state: str
    name: str
    note: str
    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class GraphArrow:
    """An arrow, with the keys of the groups that it joins."""

    source: str
    target: str
    path: str


@dataclass(frozen=True)
class Graph:
    """The drawing, in the units of SVG."""

    width: float
    height: float
    boxes: tuple[GroupBox, ...]
    arrows: tuple[GraphArrow, ...]


def graph(run: Run, groups: tuple[Group, ...]) -> Graph:
    """The graph of `groups`. Raises `Unavailable` if it cannot be drawn."""
    index = {node.id: at for at, group in enumerate(groups) for node in group.nodes}
    arrows = dict.fromkeys(
        (index[needed], at)
        for at, group in enumerate(groups)
        for node in group.nodes
        for needed in node.needs
        if index[needed] != at
    )
    drawing = drawn([_SIZE] * len(groups), list(arrows))
    boxes = (_box(run, *one) for one in zip(groups, drawing.boxes, strict=True))
    return Graph(
        drawing.width,
        drawing.height,
        tuple(boxes),
        tuple(
            GraphArrow(groups[arrow.source].key, groups[arrow.target].key, arrow.path)
            for arrow in drawing.arrows
        ),
    )


def _box(run: Run, group: Group, box: Box) -> GroupBox:
    state = _state(group.nodes)
    node, many = group.nodes[0], len(group.nodes)
    if many == 1:
        seen = timing(node, run)
        took = state if seen is None else duration(seen.took)
        task = node.task if node.task and node.task != node.name else ""
        note = " · ".join(filter(None, [took, task]))
        return _named(group, box, state, note, ())
    return _named(group, box, state, _tally(group.nodes), _parts(group.nodes, box))


def _named(group: Group, box: Box, state: str, note: str, parts: tuple[Part, ...]) -> GroupBox:
    name, short = shortened(group.title, _NAME), shortened(note, _NOTE)
    return GroupBox(group, box, state, name, short, f"{group.title}\n{note}", parts)


def _state(nodes: tuple[Node, ...]) -> str:
    """What is shown of several nodes: a failure, that some are at work, or the state of most."""
    states = [node.state for node in nodes]
    urgent = (state for state in ("failed", "running") if state in states)
    return next(urgent, max(STATES, key=states.count))


def _tally(nodes: tuple[Node, ...]) -> str:
    numbers = ((sum(node.state == state for node in nodes), state) for state in STATES)
    return ", ".join(f"{number:,} {state}" for number, state in numbers if number)


def _parts(nodes: tuple[Node, ...], box: Box) -> tuple[Part, ...]:
    parts, x = [], box.x
    for state in STATES:
        width = box.width * sum(node.state == state for node in nodes) / len(nodes)
        if width:
            parts.append(Part(state, round(x, 1), round(width, 1)))
        x += width
    return tuple(parts)
