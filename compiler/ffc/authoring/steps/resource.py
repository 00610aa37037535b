"""Resources, before the run."""

from __future__ import annotations

from ffc.authoring.reference import Reference
from ffc.authoring.steps.at_work import at_work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from ffc.authoring.steps.made import Made


class ResourceNode(Reference):
    """What `.remote()` of a resource returns: as an argument, it arrives as its `value()`."""

    __slots__ = ("made",)

    def __init__(self, made: Made) -> None:
        self.made = made

    def needs(self) -> Iterator[Reference]:
        yield self.made

    def compute(self, results: Mapping[Reference, Any]) -> Any:
        with at_work(self.made.label):
            return results[self.made].value()

    def takes_plugin(self) -> Made:
        return self.made.first

    def rank(self) -> tuple[int, ...]:
        return (1, self.made.number, 1)

    def __repr__(self) -> str:
        return f"<resource {self.made.label}>"
