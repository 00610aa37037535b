"""What an argument may be in place of a value: what the run gives for it arrives."""

from __future__ import annotations

from itertools import count

from ffc.authoring.novalue import NoValue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from ffc.authoring.node import Node
    from ffc.authoring.steps.made import Made

serials = count()  # of what plugins may be given to, as it is made


class Reference(NoValue):
    """Base of what a run computes: nodes, and what step graphs are made of."""

    __slots__ = ()

    def needs(self) -> Iterator[Reference]:
        """Yield what this is computed from, as the arguments are now."""
        raise NotImplementedError

    def compute(self, results: Mapping[Reference, Any]) -> Any:
        """Return the value, from the results of all that this needs."""
        raise NotImplementedError

    def lacks(self) -> Iterator[str]:
        """Yield the parameters without a value that this is to be made with."""
        return iter(())

    def takes_plugin(self) -> Node | Made | None:
        """Return what a plugin for this would be given to, if there can be one."""
        return None

    def rank(self) -> tuple[int, ...]:
        """Return what says which comes first of those that can be computed."""
        raise NotImplementedError


class Notes(Reference):
    """Base of what gives notes: sources, and steps that are bound."""

    __slots__ = ()


class Unbound(NoValue):
    """Base of what gives nothing yet: a step to which no notes come so far."""

    __slots__ = ()
