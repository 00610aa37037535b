"""Events become a run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from .events import events_of
from .fields import Fields
from .run import STATES, Change, End, Failure, Figures, Log, Node, Run, Span


@dataclass
class _Draft:
    """What the events so far have said. What they say of a node is kept by its id."""

    time: float
    nodes: dict[int, Node] = field(default_factory=dict)
    changes: dict[int, list[Change]] = field(default_factory=dict)
    spans: dict[int, list[Span]] = field(default_factory=dict)
    logs: dict[int, list[Log]] = field(default_factory=dict)
    figures: dict[int, list[Figures]] = field(default_factory=dict)
    parameters: dict[int, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    end: End | None = None

    def finished(self, node: Node) -> Node:
        """The node with all that was said of it. It needs only nodes that there are."""
        return replace(
            node,
            needs=tuple(dict.fromkeys(one for one in node.needs if one in self.nodes)),
            changes=tuple(self.changes.get(node.id, ())),
            spans=tuple(sorted(self.spans.get(node.id, ()), key=lambda s: (s.start, s.end))),
            logs=tuple(self.logs.get(node.id, ())),
            figures=tuple(self.figures.get(node.id, ())),
            parameters=self.parameters.get(node.id, ()),
        )


def read_run(path: Path) -> Run:
    """Reads a file of events.

    Events and keys that are not known are passed over, and so is what has the wrong type. Raises
    `Unreadable` for a file that holds no events of this version, `OSError` where there is none.
    """
    events = events_of(path)
    first = Fields(events.events[0])
    started = first.number("time") or 0.0
    draft = _Draft(started)
    for event in events.events[1:]:
        fields = Fields(event)
        draft.time = max(draft.time, fields.number("time") or 0.0, fields.number("end") or 0.0)
        handler = _HANDLERS.get(event["event"])
        if handler is not None:
            handler(draft, fields)
    return Run(
        driver=first.text("driver") or path.stem,
        doc=first.text("doc").strip(),
        arguments=first.texts("arguments"),
        python=first.text("python"),
        ray=first.text("ray"),
        started=started,
        last=draft.time,
        nodes=tuple(draft.finished(node) for node in draft.nodes.values()),
        failures=tuple(draft.failures),
        end=draft.end,
        damaged=events.damaged,
    )


def _node(draft: _Draft, fields: Fields) -> None:
    id = fields.integer("id")
    if id is None:
        return
    draft.nodes[id] = Node(
        id=id,
        name=fields.text("name") or fields.text("task") or f"node {id}",
        task=fields.text("task"),
        kind=fields.text("kind"),
        doc=fields.text("doc").strip(),
        call=fields.text("call"),
        options=fields.shown("options"),
        needs=fields.integers("needs"),
        line=fields.integer("line"),
        made=_time(draft, fields),
    )


def _state(draft: _Draft, fields: Fields) -> None:
    id, state = fields.integer("id"), fields.text("state")
    if id is not None and state in STATES:
        draft.changes.setdefault(id, []).append(Change(_time(draft, fields), state))


def _failure(draft: _Draft, fields: Fields) -> None:
    error = fields.text("error").strip() or "an error without a message"
    traceback = fields.text("traceback").strip("\n")
    failure = Failure(fields.integer("id"), _time(draft, fields), error, traceback)
    draft.failures.append(failure)


def _log(draft: _Draft, fields: Fields) -> None:
    id = fields.integer("id")
    if id is not None:
        log = Log(
            _time(draft, fields),
            fields.text("type") or "info",
            fields.text("message"),
            fields.text("file"),
        )
        draft.logs.setdefault(id, []).append(log)


def _step(draft: _Draft, fields: Fields) -> None:
    id = fields.integer("id")
    if id is not None:
        figures = Figures(_time(draft, fields), fields.counts("in"), fields.counts("out"))
        draft.figures.setdefault(id, []).append(figures)


def _parameters(draft: _Draft, fields: Fields) -> None:
    id = fields.integer("id")
    if id is not None:
        draft.parameters[id] = fields.shown("parameters")


def _span(draft: _Draft, fields: Fields) -> None:
    id, start, end = fields.integer("id"), fields.number("start"), fields.number("end")
    if id is not None and start is not None and end is not None:
        span = Span(start, max(start, end), fields.text("worker"), fields.text("node"))
        draft.spans.setdefault(id, []).append(span)


def _end(draft: _Draft, fields: Fields) -> None:
    draft.end = End(_time(draft, fields), fields.text("state"), fields.integer("code"))


def _time(draft: _Draft, fields: Fields) -> float:
    """When an event was; one without a time comes with what is before it."""
    time = fields.number("time")
    return draft.time if time is None else time


_HANDLERS: Final[dict[str, Callable[[_Draft, Fields], None]]] = {
    "node": _node,
    "state": _state,
    "failure": _failure,
    "log": _log,
    "step": _step,
    "parameters": _parameters,
    "span": _span,
    "end": _end,
}
