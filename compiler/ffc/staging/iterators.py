"""What is gone through while staging goes on: iterators, of which each element comes once, and
views of dicts, which show what the dict holds by then."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass

from ..ir import join, text
from ..source import Span
from .attempt import Impure, Undecided
from .raising import Raised, Unsure
from .trail import Trail
from .values import Evaluated, Mapping_, Sequence_, Value


@dataclass(eq=False)
class Iterator_(Value):
    """What `zip`, `iter`, a generator gives: `source` makes the elements, one after another.

    There are at most `length` of them, None if they may have no end. One that is `wired` is not
    there in the driver. One whose elements were `taken` in an attempt that was taken back is
    `spoiled`: they cannot be made again. Code that is not followed may go on with one that has
    `escaped`.
    """

    source: Iterator[Evaluated]
    trail: Trail
    span: Span
    wired: bool = False
    taken: int = 0
    spoiled: bool = False
    escaped: bool = False
    unordered: bool = False
    length: int | None = None

    def is_wired(self) -> bool:
        return self.wired

    def called(self) -> str:
        return "an iterator over nodes"

    def escape(self) -> None:
        self.escaped = True

    @property
    def is_open(self) -> bool:
        """Whether the next element can be said: of a set, there is no next one."""
        return not (self.spoiled or self.escaped or self.unordered)

    def elements(self) -> Iterator[Evaluated]:
        """Those that are left; they are gone then."""
        while (element := self._next()) is not None:
            yield element

    def _next(self) -> Evaluated | None:
        taken = self.taken
        self.trail.note(lambda: self._take_back(taken))
        self.taken += 1
        if self.wired or self.trail.attempts:
            return self._made()
        start = self.trail.begin()  # the code that makes the elements is not staged in place
        try:
            found = self._made()
        except Impure as impure:
            self.trail.back(start)
            raise Undecided(self.span) from impure
        self.trail.keep()
        return found

    def _made(self) -> Evaluated | None:
        try:
            return next(self.source, None)
        except BaseException:
            self.spoiled = True
            raise

    def _take_back(self, taken: int) -> None:
        self.taken, self.spoiled = taken, True


@dataclass(eq=False)
class Manager_(Value):
    """What a function of `contextlib.contextmanager` gives: its steps up to `yield`, and behind."""

    steps: Generator[Evaluated, None, object]

    def enter(self) -> Evaluated:
        found = next(self.steps, None)
        if found is None:
            raise Unsure
        return found

    def exit(self, raised: Raised | None) -> bool:
        """Goes on behind the `yield`; whether that keeps the exception from going on."""
        try:
            if raised is None:
                next(self.steps)
            else:
                self.steps.throw(raised)
        except StopIteration:
            return raised is not None
        except Raised as other:
            if other is raised:
                return False
            raise
        raise Unsure  # it yields once more


@dataclass(eq=False)
class View_(Value):
    """`owner.keys()`, `.values()` or `.items()`: `kind` is which."""

    owner: Mapping_
    kind: str

    def inside(self) -> Iterator[Evaluated]:
        for key, value in self.owner.entries.values():
            if self.kind != "values":
                yield key
            if self.kind != "keys":
                yield value

    def elements(self, span: Span) -> list[Evaluated]:
        """What it shows now."""
        entries = self.owner.entries.values()
        if self.kind == "items":
            return [pair(key, value, span) for key, value in entries]
        return [key if self.kind == "keys" else value for key, value in entries]


def pair(one: Evaluated, other: Evaluated, span: Span) -> Evaluated:
    """A tuple of two."""
    code = join(text("("), one.code, text(", "), other.code, text(")"))
    return Evaluated(Sequence_([one, other], is_list=False), code, span)
