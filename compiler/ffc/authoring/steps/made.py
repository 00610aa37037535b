"""What `.remote()` counts: objects of steps and resources, which each run makes anew."""

from __future__ import annotations

from copy import deepcopy
from itertools import count

from ffc.authoring.arguments import check, references_in, value_of
from ffc.authoring.reference import Notes, Reference, serials
from ffc.authoring.steps import parameters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    from ffc.runtime.plugins import Plugin

_numbers = count()
_copies = count(1)
_titles: dict[str, int] = {}


class Made(Reference):
    """One call of `.remote(**given)`; its value is the object, made of `target` by `make`.

    `label` is what its logs begin with, and `title` what a file of answers calls it, and queries.
    `ray_options` say nothing in this process. Of another object of the same, `first` is the one
    that a `plugin` is given to, with the `setup` for this run. TypeError for a keyword that is no
    parameter, and for a value that is none before the run.
    """

    __slots__ = (
        "copy",
        "first",
        "given",
        "label",
        "make",
        "number",
        "plugin",
        "ray_options",
        "serial",
        "setup",
        "target",
        "title",
    )

    def __init__(
        self,
        target: Callable[..., Any],
        make: Callable[..., Any],
        given: dict[str, Any],
        ray_options: Mapping[str, Any],
    ) -> None:
        name = target.__name__
        parameters.check(name, target, given)
        check(given)
        for reference in references_in(given):
            if isinstance(reference, Notes):
                raise TypeError(
                    f"{reference!r} is no parameter of another: bind it, or make a task of it"
                )
        _titles[name] = nth = _titles.get(name, 0) + 1
        self.target, self.make, self.given = target, make, given
        self.ray_options = ray_options
        self.number, self.copy, self.serial = next(_numbers), 0, next(serials)
        self.first = self
        self.plugin: Plugin | None = None
        self.setup: Callable[[], object] | None = None
        self.label = f"{self.number} {name}"
        self.title = name if nth == 1 else f"{name}.{nth}"

    def needs(self) -> Iterator[Reference]:
        check(self.given)
        yield from references_in(self.given)

    def lacks(self) -> Iterator[str]:
        for name in parameters.lacking(self.target, self.given):
            yield f"{name!r} of [{self.label}]"

    def compute(self, results: Mapping[Reference, Any]) -> Any:
        given = parameters.values(self.target, value_of(self.given, results))
        if self.first.setup is not None:
            self.first.setup()
        return self.make(**deepcopy(given))  # each object has its own, as on a cluster

    def again(self) -> Made:
        """Return the same for another object: a step that is bound twice is two."""
        other = object.__new__(Made)  # copies of what a run computes are the same
        for name in Made.__slots__:
            setattr(other, name, getattr(self, name))
        other.copy = next(_copies)
        return other

    def rank(self) -> tuple[int, ...]:
        return (1, self.number, self.copy)

    def __repr__(self) -> str:
        return f"<{self.label}>"
