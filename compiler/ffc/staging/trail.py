"""What staging has changed since some point, so that it can be looked at and taken back.

Staging sometimes has to try: whether a function of the app gives a known value, what a loop that
the driver goes through will change. While it does, every change of a name or a container is noted
here first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .classes import Class
from .values import Mapping_, NodeSet, Object_, Sequence_, Set_, Value

if TYPE_CHECKING:
    from .frame import Frame

Container = Sequence_ | Mapping_ | Set_ | Object_ | Class


@dataclass(frozen=True)
class Change:
    """How to take a change back; the container that it changed, or the name that it bound."""

    undo: Callable[[], None]
    owner: Container | None = None
    frame: Frame | None = None
    name: str = ""


class Trail:
    """The changes since the first point that is still of interest.

    In an attempt, nothing may happen that cannot be taken back.
    """

    def __init__(self) -> None:
        self._changes: list[Change] = []
        self._noting = 0
        self.attempts = 0
        self.bindings = 0  # how often a name got something that makes its users wiring, or may

    def bind(self, frame: Frame, name: str, undo: Callable[[], None]) -> None:
        """Before a name is bound: how to take it back."""
        if self._noting:
            self._changes.append(Change(undo, frame=frame, name=name))

    def note(self, undo: Callable[[], None]) -> None:
        """Before any other change: how to take it back."""
        if self._noting:
            self._changes.append(Change(undo))

    def save(self, owner: Container | NodeSet) -> None:
        """Before a change of a container, which may then hold nodes."""
        self.bindings += 1
        if not self._noting:
            return
        held = vars(owner).copy()
        for name, value in held.items():
            if isinstance(value, (list, dict)):
                held[name] = copy(value)
        container = None if isinstance(owner, NodeSet) else owner
        self._changes.append(Change(lambda: vars(owner).update(held), owner=container))

    def begin(self, attempt: bool = True) -> int:
        """Starts to note; gives what the others need."""
        self._noting += 1
        self.attempts += attempt
        return len(self._changes)

    def owners(self, start: int) -> list[Container]:
        """The containers that were changed since `start`, each once."""
        found = {id(c.owner): c.owner for c in self._changes[start:] if c.owner is not None}
        return list(found.values())

    def containers(self, start: int) -> list[Value]:
        """The same without classes."""
        return [owner for owner in self.owners(start) if isinstance(owner, Value)]

    def names(self, start: int) -> list[tuple[Frame, str]]:
        """The names that were bound since `start`, each once."""
        found = {(id(c.frame), c.name): c for c in self._changes[start:] if c.frame is not None}
        return [(c.frame, c.name) for c in found.values() if c.frame is not None]

    def keep(self, attempt: bool = True) -> None:
        """Ends; what was changed stays."""
        self._noting -= 1
        self.attempts -= attempt
        if not self._noting:
            self._changes.clear()

    def back(self, start: int, attempt: bool = True) -> None:
        """Ends, and takes back what was changed since `start`."""
        while len(self._changes) > start:
            self._changes.pop().undo()
        self._noting -= 1
        self.attempts -= attempt

    @property
    def notes(self) -> bool:
        """Whether what happens now may be taken back."""
        return self._noting > 0

    @contextmanager
    def aside(self, undo: Callable[[], None]) -> Iterator[None]:
        """What happens inside is one change, which `undo` takes back."""
        held = self._changes, self._noting, self.attempts
        self._changes, self._noting, self.attempts = [], 0, 0
        try:
            yield
        finally:
            self._changes, self._noting, self.attempts = held
        if self._noting:
            self._changes.append(Change(undo))
