"""FFC505: A class under `remote` is neither a step nor a resource."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class NeitherStep(Error):
    """A class under `remote` is neither a step nor a resource.

    What the nodes of a class do follows from its base: `Step`, `SourceStep`, `BatchStep` and so on,
    or `Resource`. The bases of classes in other libraries ffc does not see.

    Example:

        @gb.remote
        class Add:
            def on_data(self, note):
                note["n"] += 1

    Derive it from one of these: `class Add(gb.Step):`. A class whose methods are tasks has
    `@workflow` above it.
    """

    code = "FFC505"

    name: str
    hidden: bool

    @property
    def message(self) -> str:
        return f"`{self.name}` is derived neither from a step nor from a resource"

    @property
    def notes(self) -> tuple[str, ...]:
        return ("it has bases that ffc does not see",) if self.hidden else ()

    @property
    def help(self) -> str:
        if self.hidden:
            return "name what it is beside them, as the last base: `Step`, `SourceStep`, `Resource`"
        return "derive it from `Step`, `SourceStep` or another of them, or from `Resource`"
