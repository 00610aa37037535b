"""The timeline as it is drawn: places are percents of its width."""

from __future__ import annotations

from dataclasses import dataclass

from .lanes import Bar, lanes
from .run import Node, Run
from .timing import limits, timing
from .words import counted, duration

_COLOURS = 7  # tasks with a colour of their own; the others share one
_TICKS = 8
_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200)
_LABEL = 3.0  # a bar of this width has room for a name


@dataclass(frozen=True)
class Tick:
    """A line across the lanes."""

    left: float
    label: str


@dataclass(frozen=True)
class DrawnBar:
    """A bar. `colour` is the number of the task's."""

    node: Node
    left: float
    width: float
    colour: int
    label: str
    title: str


@dataclass(frozen=True)
class DrawnLane:
    """A row of bars; `host` is said once for each machine."""

    host: str
    worker: str
    bars: tuple[DrawnBar, ...]


@dataclass(frozen=True)
class Task:
    """What all nodes of a task took together."""

    name: str
    colour: int
    took: str
    nodes: str


@dataclass(frozen=True)
class Timeline:
    """All of it. `is_exact` unless only the driver looked."""

    lanes: tuple[DrawnLane, ...]
    ticks: tuple[Tick, ...]
    tasks: tuple[Task, ...]
    is_exact: bool


def timeline(run: Run) -> Timeline:
    """The timeline of `run`."""
    start, end = limits(run)
    length = max(end - start, 1e-6)
    tasks = _tasks(run)
    colours = {task.name: task.colour for task in tasks}
    drawn, host = [], ""
    for lane in lanes(run):
        bars = tuple(_bar(bar, colours, start, length) for bar in lane.bars)
        drawn.append(DrawnLane(lane.host if lane.host != host else "", lane.worker, bars))
        host = lane.host
    is_exact = any(node.spans for node in run.nodes)
    return Timeline(tuple(drawn), _ticks(length), tasks, is_exact)


def _bar(bar: Bar, colours: dict[str, int], start: float, length: float) -> DrawnBar:
    node, span = bar.node, bar.span
    left, width = (100 * (span.start - start) / length, 100 * (span.end - span.start) / length)
    title = "\n".join(
        filter(
            None,
            [
                node.name,
                f"{node.task}, {node.state}" if node.task else node.state,
                f"{duration(span.end - span.start)}, from {duration(span.start - start)} on",
            ],
        )
    )
    label = node.name if width >= _LABEL else ""
    colour = colours.get(node.task or node.name, _COLOURS)
    return DrawnBar(node, round(left, 3), round(width, 3), colour, label, title)


def _tasks(run: Run) -> tuple[Task, ...]:
    took: dict[str, list[float]] = {}
    for node in run.nodes:
        seen = timing(node, run)
        if seen is not None:
            took.setdefault(node.task or node.name, []).append(seen.took)
    order = sorted(took.items(), key=lambda one: -sum(one[1]))
    return tuple(
        Task(name, min(at, _COLOURS), duration(sum(some)), counted(len(some), "node"))
        for at, (name, some) in enumerate(order)
    )


def _ticks(length: float) -> tuple[Tick, ...]:
    step = _step(length / _TICKS)
    found, at = [], 0.0
    while at <= length * 0.93:
        found.append(Tick(round(100 * at / length, 3), _at(at)))
        at += step
    return tuple(found)


def _step(least: float) -> float:
    """A round number of seconds that is no less."""
    if least > _STEPS[-1]:
        return 86400.0 * (1 + least // 86400)
    if least > 0.5:
        return float(next(step for step in _STEPS if step >= least))
    unit = 1.0
    while unit > least:
        unit /= 10
    return next(unit * by for by in (1, 2, 5, 10) if unit * by >= least)


def _at(seconds: float) -> str:
    """A place on the axis: `0`, `0.5 s`, `40 s`, `1:30 min`, `2:00 h`."""
    if seconds < 59.5:
        return f"{seconds:.3g} s" if seconds else "0"
    whole = round(seconds)
    if whole < 3600:
        return f"{whole // 60}:{whole % 60:02d} min"
    return f"{whole // 3600}:{whole % 3600 // 60:02d} h"
