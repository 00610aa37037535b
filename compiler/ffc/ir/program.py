"""The program that staging finds in an app: what is made, what is run, what stays code."""

from __future__ import annotations

from dataclasses import dataclass

from ..source import SourceFile, Span
from .definition import Definition, Import
from .fragment import Fragment, Ref
from .node import Node
from .option import Option
from .schedule import Schedule
from .statement import Plain, Run, Statement
from .symbol import Symbol


@dataclass(frozen=True)
class Flow:
    """A workflow object: its leaves, and how it wants Ray to be started if it `takes_init`."""

    id: int
    name: str | None
    leaves: tuple[Ref, ...]
    init: tuple[Option, ...]
    takes_init: bool
    span: Span


@dataclass(frozen=True)
class Program:
    """An app after staging. Nodes, flows and runs are found by their id, which is their index.

    `ref_names` are the variables that the app itself bound nodes and items to. `schedules` is what
    the passes make of the runs.
    """

    source: SourceFile
    docstring: Fragment | None
    future: tuple[str, ...]
    imports: tuple[Import, ...]
    definitions: tuple[Definition, ...]
    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]
    statements: tuple[Statement, ...]
    ref_names: tuple[tuple[Ref, Symbol], ...]
    star_imports: tuple[str, ...] = ()
    schedules: tuple[Schedule, ...] = ()

    @property
    def runs(self) -> tuple[Run, ...]:
        return tuple(s for s in self.statements if isinstance(s, Run))

    @property
    def plain(self) -> tuple[Plain, ...]:
        return tuple(s for s in self.statements if isinstance(s, Plain))

    def definition(self, symbol: Symbol) -> Definition:
        return next(d for d in self.definitions if d.symbol == symbol)
