"""FFC519: A class or function is used as a node without being one."""

from __future__ import annotations

from dataclasses import dataclass

from ...source import Span
from ..model import Error


@dataclass(frozen=True)
class NotRemote(Error):
    """A class or function is used as a node without being one.

    The decorator `remote` makes a class or function one that has nodes.

    Example:

        class Add(Step):
            ...

        add = Add.remote(value=3)

    Write `@gb.remote` above it. A step that is ready to use is made one by a call:
    `gb.remote(gb.Split)`.
    """

    code = "FFC519"

    name: str
    member: str
    reason: str
    way: str
    definition: Span | None

    @property
    def message(self) -> str:
        return f"`{self.name}` has no `{self.member}`: {self.reason}"

    @property
    def help(self) -> str:
        return self.way

    @property
    def related(self) -> tuple[tuple[Span, str], ...]:
        return () if self.definition is None else ((self.definition, "defined here"),)
