"""A call of a method of a container, as those who work it out see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import libcst as cst

from ...source import Span
from ..frame import Frame
from ..machine import Machine
from ..settle import settle_one
from ..values import (
    BROKEN,
    RESIDUAL,
    Evaluated,
    Known,
    Mapping_,
    Sequence_,
    Set_,
    Value,
    of_wiring,
)


@dataclass(frozen=True)
class Method:
    """The call `node` of a method of `owner`."""

    machine: Machine
    owner: Sequence_ | Mapping_ | Set_
    values: tuple[Evaluated, ...]
    named: Mapping[str, Evaluated]
    node: cst.Call
    frame: Frame

    @property
    def span(self) -> Span:
        return self.machine.span(self.node)

    @property
    def count(self) -> int:
        """How many arguments are given by position; none of the methods here takes others."""
        return len(self.values) if not self.named else -1

    def takes(self, *items: Evaluated) -> bool:
        """Whether the container may take these; it is changed by then, as far as undoing goes."""
        self.machine.trail.save(self.owner)
        return all(self.machine.may_take(self.node, self.owner, item.value) for item in items)

    def settled(self, item: Evaluated) -> Evaluated:
        """The item, with code that means the same wherever it is written later."""
        wired = of_wiring(self.owner) or of_wiring(item.value)
        return settle_one(self.machine, self.frame, "part", item) if wired else item

    def settled_entry(self, key: Evaluated, item: Evaluated) -> tuple[Evaluated, Evaluated]:
        """The same of an entry of a dict."""
        wired = of_wiring(self.owner) or of_wiring(item.value)
        if wired and isinstance(key.value, Known):  # what is not known has a name by now
            key = settle_one(self.machine, self.frame, "key", key)
        return key, self.settled(item)

    def refused(self, *items: Evaluated) -> Value:
        """What a call gives that would have put in what may not be there."""
        wired = of_wiring(self.owner) or any(of_wiring(item.value) for item in items)
        return BROKEN if wired else RESIDUAL

    def done(self) -> Value:
        """What a method gives that changes its container."""
        return Known(None) if self.machine.bounded(self.node, self.owner) is self.owner else BROKEN

    def given(self, found: Evaluated, changes: bool = False) -> Value:
        """An element that is given back; it is written where the call stands.

        One that `changes` the container does so also where something else stands for the element.
        """
        if changes and of_wiring(self.owner):
            self.machine.taking.add(id(self.node))
        if of_wiring(self.owner) and not of_wiring(found.value):
            self.frame.replaced[id(self.node)] = found.code
        return found.value
