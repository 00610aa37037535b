"""What gives notes: sources, and steps that are bound."""

from __future__ import annotations

from itertools import count

from ffc.authoring.item import Item
from ffc.authoring.novalue import NoValue
from ffc.authoring.query import matching
from ffc.authoring.reached import reached
from ffc.authoring.reference import Notes, Reference
from ffc.authoring.steps.at_work import at_work
from ffc.authoring.steps.work import work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any, NoReturn

    from ffc.authoring.query import Query
    from ffc.authoring.steps.made import Made
    from ffc.runtime.plugins import Plugin

_serials = count()


class Bound(Notes):
    """A step and the `inputs` that its notes come from: pairs of an output and who has it.

    Its value is a dict of outputs and lists of notes, and `bound[output]` is one of these lists.
    """

    __slots__ = ("inputs", "made", "outputs", "serial")

    def __init__(self, made: Made, inputs: tuple[tuple[str, Bound], ...]) -> None:
        self.made, self.inputs = made.again(), inputs
        self.outputs: tuple[str, ...] = tuple(getattr(made.target, "Outputs", ("out",)))
        self.serial = next(_serials)

    def query(self, pattern: str | None = None) -> Query:
        """Return a query of the steps, resources and nodes that a run of this needs.

        With `pattern`, a regular expression, only those whose whole title or name matches it.
        """
        return matching(*reached([self]), pattern)

    def set_plugin(self, pattern: str | None, plugin: Plugin | None) -> None:
        """Prepare what `query(pattern)` finds with this plugin."""
        self.query(pattern).set_plugin(plugin)

    def needs(self) -> Iterator[Reference]:
        if self.made.first.setup is None:
            yield self.made
        else:  # made where it works: what others do to this process must not come between
            yield from self.made.needs()
        for _, bound in self.inputs:
            yield bound

    def lacks(self) -> Iterator[str]:
        return self.made.lacks()

    def compute(self, results: Mapping[Reference, Any]) -> Any:
        notes = [note for output, bound in self.inputs for note in results[bound][output]]
        return self._work(results, notes)

    def _work(self, results: Mapping[Reference, Any], notes: list[Any] | None) -> Any:
        made = self.made
        step = results[made] if made in results else made.compute(results)
        with at_work(made.label):
            return work(step, made.label, made.title, notes)

    def takes_plugin(self) -> Made:
        return self.made.first

    def rank(self) -> tuple[int, ...]:
        return (2, self.made.number, self.serial)

    def __getitem__(self, output: object) -> Item:
        if isinstance(output, NoValue):
            raise TypeError(f"{output!r} has no value before the run, so it names no output")
        self.check(output)
        return Item(self, output)

    def check(self, output: object) -> None:
        """Raise ValueError if there is no such output."""
        if output not in self.outputs:
            known = ", ".join(map(repr, self.outputs))
            raise ValueError(f"{self!r} has no output {output!r}: its Outputs are {known}")

    def __repr__(self) -> str:
        return f"<step {self.made.label}>"


class Source(Bound):
    """What `.remote()` of a source returns: nothing is bound to it, and its notes are its own."""

    __slots__ = ()

    def __init__(self, made: Made) -> None:
        super().__init__(made, ())

    def compute(self, results: Mapping[Reference, Any]) -> Any:
        return self._work(results, None)

    def bind(self, *pairs: object) -> NoReturn:
        """TypeError: no notes come into a source."""
        raise TypeError(f"{self!r} is a source, which no notes come into: use it without bind()")

    def __repr__(self) -> str:
        return f"<source {self.made.label}>"
