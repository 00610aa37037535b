"""What an argument may be in place of a value: what the run gives for it arrives."""

from __future__ import annotations

from ffc.authoring.novalue import NoValue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any


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

    def rank(self) -> tuple[int, ...]:
        """Return what says which comes first of those that can be computed."""
        raise NotImplementedError


class Notes(Reference):
    """Base of what gives notes: sources, and steps that are bound."""

    __slots__ = ()


class Unbound(NoValue):
    """Base of what gives nothing yet: a step to which no notes come so far."""

    __slots__ = ()
