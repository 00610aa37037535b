"""Finds out what a block will change, by staging it once and taking everything back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from ..classes import Class
from ..frame import Binding, Frame
from ..jumps import Loop
from ..machine import Machine
from ..values import (
    Broken,
    Mapping_,
    Object_,
    Sequence_,
    Set_,
    Value,
    holds,
    of_wiring,
)
from .held import UNHELD, are_mixed

_CONTAINERS = (Sequence_, Mapping_, Set_, Object_)


@dataclass
class Foreseen:
    """The names that a block binds, and whether to something of the wiring; the containers that it
    changes, and whether nodes come into them. `entries` are the names as they are at its beginning,
    `ends` as its parts left those that they bound first. What no variable of the driver can hold
    is `lost` where a name is bound to something else as well. `parts` are what the names hold at
    the end of each part. Names that are `shared` are one variable of the driver in all of them.
    """

    names: dict[tuple[int, str], tuple[Frame, str, bool]] = field(default_factory=dict)
    containers: dict[int, tuple[Value, bool]] = field(default_factory=dict)
    entries: dict[tuple[int, str], Binding] = field(default_factory=dict)
    ends: dict[tuple[int, str], Binding] = field(default_factory=dict)
    lost: dict[tuple[int, str], Value] = field(default_factory=dict)
    parts: dict[tuple[int, str], list[Value | None]] = field(default_factory=dict)
    shared: set[tuple[int, str]] = field(default_factory=set)

    def now(self) -> dict[tuple[int, str], Binding]:
        """What the names are bound to."""
        names = self.names.items()
        return {key: f.bindings[name] for key, (f, name, _) in names if name in f.bindings}

    def go_on_with(self, bound: dict[tuple[int, str], Binding]) -> None:
        """Binds the names to what they were bound to at an earlier point."""
        for key, binding in bound.items():
            frame, name, _ = self.names[key]
            frame.set(name, binding)

    def include(self, other: Foreseen) -> bool:
        """Adds what another look has found; whether there was anything new."""
        before = self._size()
        for key, (frame, name, wired) in other.names.items():
            held = self.names.get(key)
            self.names[key] = (frame, name, wired or (held is not None and held[2]))
        for owner, (container, wired) in other.containers.items():
            known = self.containers.get(owner)
            self.containers[owner] = (container, wired or (known is not None and known[1]))
        self.lost = {**other.lost, **self.lost}
        return self._size() != before

    def _size(self) -> tuple[int, int, int, int]:
        wired = sum(entry[2] for entry in self.names.values())
        wired += sum(entry[1] for entry in self.containers.values())
        return len(self.names), len(self.containers), wired, len(self.lost)


def foresee(
    machine: Machine, frame: Frame, action: Callable[[], object], loop: Loop | None = None
) -> Foreseen:
    """What `action`, a pass of the `loop`, changes of what is there before it."""
    record, said = machine.record.mark(), machine.sink.mark()
    state = machine.depth, machine.stopped, machine.returned
    start = machine.trail.begin(attempt=False)
    if loop is not None:
        loop.since = start
    try:
        action()
    except BaseException:
        machine.trail.back(start, attempt=False)
        raise
    left = {} if loop is None else loop.wired
    ends = [(f, n, _value(f, n)) for f, n in machine.trail.names(start)]
    failed = machine.sink.has_more_errors(said)
    owners = [
        # What was refused may be right with variables of the driver.
        (owner, of_wiring(owner) or (failed and isinstance(owner, (Sequence_, Mapping_))))
        for owner in machine.trail.containers(start)
    ]
    classes = [owner for owner in machine.trail.owners(start) if isinstance(owner, Class)]
    machine.trail.back(start, attempt=False)
    for cls in classes:  # what its attributes are, only the driver knows from here on
        machine.trail.save(cls)
        cls.escaped = True
    machine.depth, machine.stopped, machine.returned = state
    machine.record.restore(record)
    machine.sink.restore(said)
    found = Foreseen()
    for inner, name, value in ends:
        if inner is frame or name in inner.bindings:
            wired = value is not None and of_wiring(value)
            key = id(inner), name
            found.names[key] = (inner, name, wired or left.get(key, False))
            earlier = _value(inner, name)
            if earlier is not None and value is not None:
                found.lost.update(
                    (key, one) for one in (earlier, value) if _goes(one, earlier, value)
                )
    if loop is not None:
        loop.since = None
    found.containers = {id(o): (o, wired) for o, wired in owners if _is_there(frame, o)}
    return found


def _goes(one: Value, earlier: Value, later: Value) -> bool:
    """Whether `one` is lost in a name that holds `earlier` or `later`."""
    if are_mixed(earlier, later):
        return True
    return earlier != later and isinstance(one, UNHELD) and not isinstance(later, Broken)


def _is_there(frame: Frame | None, owner: Value) -> bool:
    """Whether a variable holds the container, or one that it is in."""
    while frame is not None:
        held = [bound.value for bound in frame.bindings.values()]
        if any(isinstance(value, _CONTAINERS) and holds(value, owner) for value in held):
            return True
        frame = frame.outer
    return False


def _value(frame: Frame, name: str) -> Value | None:
    bound = frame.bindings.get(name)
    return bound.value if bound is not None else None
