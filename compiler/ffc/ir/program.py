"""The program that staging finds in an app: what is made, what is run, what stays code."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from ..source import SourceFile, Span
from .block import Block, Path, Turn
from .call import Call
from .definition import Definition, Import
from .fragment import Fragment, Ref
from .node import Node
from .option import Option
from .schedule import Schedule, Submission
from .statement import Plain, Run, Statement
from .symbol import Symbol


class GraphRun(enum.Enum):
    """How a step graph is run: until it is over, or beside what comes next."""

    WAIT = "run"
    BESIDE = "run_async"


@dataclass(frozen=True)
class Flow:
    """A workflow object: its leaves, and how it wants Ray to be started if it `takes_init`.

    `written` are the leaves as the app writes them, for a driver in which only variables hold the
    refs; a star stands before one that is several. `held` are the nodes of all leaves, those
    included that variables may hold, and `taken` those of which every one is a leaf. `count` is how
    many leaves there are, where that is known; `listed` says that they are all in one list. That of
    a step graph, which has one leaf, says `how` that is run.
    """

    id: int
    name: str | None
    leaves: tuple[Ref, ...]
    init: tuple[Option, ...]
    takes_init: bool
    span: Span
    written: tuple[Fragment, ...] = ()
    held: tuple[int, ...] = ()
    taken: tuple[int, ...] = ()
    count: int | None = None
    listed: bool = False
    how: GraphRun | None = None


@dataclass(frozen=True)
class Module:
    """One of the app's own modules; the symbols that it binds have its `scope`.

    `future` are the features that it imports from `__future__`.
    """

    scope: int
    name: str
    future: tuple[str, ...]


@dataclass(frozen=True)
class Program:
    """An app after staging. Nodes, flows and runs are found by their id, which is their index.

    `ref_names` are the variables that the app itself bound nodes and items to, `bound_refs` those
    of each scope. `schedules` is what the passes make of the runs. `paths` has, for each statement,
    the blocks around it; `within` those of them that stay; `passes` what stands for the variables
    of a loop in each of its passes. `modules` are the app's own besides the app itself; symbols
    that are `captured` stand in functions that have the same name for something else. `calls` are
    those of functions that make nodes, found by their id. `kept_packages` are those that stay
    imports by the user's wish.
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
    modules: tuple[Module, ...] = ()
    captured: tuple[Symbol, ...] = ()
    kept_packages: tuple[str, ...] = ()
    blocks: tuple[Block, ...] = ()
    paths: tuple[Path, ...] = ()
    within: tuple[tuple[int, ...], ...] = ()
    passes: Mapping[Turn, tuple[tuple[Symbol, Fragment], ...]] = field(default_factory=dict)
    schedules: tuple[Schedule, ...] = ()
    bound_refs: tuple[tuple[Ref, Symbol], ...] = ()
    calls: tuple[Call, ...] = ()

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        return tuple(s for s in self.statements if isinstance(s, Run))

    @cached_property
    def plain(self) -> tuple[Plain, ...]:
        return tuple(s for s in self.statements if isinstance(s, Plain) and not s.wiring)

    @cached_property
    def equipped(self) -> tuple[Submission, ...]:
        """The submissions of nodes with plugins."""
        return tuple(
            one for schedule in self.schedules for one in schedule.submissions if one.setups
        )

    @cached_property
    def global_names(self) -> frozenset[Symbol]:
        """What is imported and defined at the driver's module level."""
        imported = (found.symbol for found in self.imports)
        return frozenset((*imported, *(definition.symbol for definition in self.definitions)))

    def is_kept(self, block: int) -> bool:
        """Whether the driver has the block."""
        return self.blocks[block].turns is None

    def definition(self, symbol: Symbol) -> Definition:
        return self._definitions[symbol]

    @cached_property
    def _definitions(self) -> Mapping[Symbol, Definition]:
        return {definition.symbol: definition for definition in self.definitions}
