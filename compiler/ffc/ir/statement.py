"""The ordered statements of a staged program."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ..source import Span
from .fragment import NO_CODE, Fragment
from .node import NO_COMMENTS, Comments
from .option import Option
from .setup import Setups
from .symbol import Symbol


class Effect(enum.IntEnum):
    """What else a kept statement does than bind its names."""

    NONE = 0
    OBSERVABLE = 1  # prints: keeps its place, changes nothing that others read
    ANY = 2


@dataclass(frozen=True)
class Plain:
    """A statement of the app that stays as code.

    It binds `defines`, reads `uses` and changes the lists and dicts in `changes`. If it is
    `name = value`, `value` is the right side, which may stand alone where nothing reads the name.
    `gap` says that a blank line stood before it. One of the `wiring` binds or fills variables with
    refs: it is there only if a block that stays needs the variable. `written` is the code as the
    app writes it, for a loop that stays; one `of_loop` does what the head of such a loop does. It
    `holds` refs if variables that it reads do. A pass of the loop around may end
    where one `jumps`. It `alters` variables if functions that it calls do: they bind those that it
    `rebinds`, and change the containers of others. It stands in `call`, if it is one of a function
    that makes nodes.
    """

    code: Fragment
    defines: tuple[Symbol, ...]
    uses: tuple[Symbol, ...]
    changes: tuple[Symbol, ...]
    effect: Effect
    span: Span
    order: int
    at_module: bool = False
    value: Fragment | None = None
    comments: Comments = NO_COMMENTS
    gap: bool = False
    wiring: bool = False
    written: Fragment | None = None
    of_loop: bool = False
    holds: bool = False
    jumps: bool = False
    rebinds: tuple[Symbol, ...] = ()
    alters: bool = False
    call: int | None = None

    @property
    def reads(self) -> tuple[Symbol, ...]:
        """The variables that it reads: of those that the code of the wiring names, not all."""
        if not self.wiring:
            return self.uses
        named = Counter(self.code.symbols)
        return tuple(s for s in self.uses if named[s] > 1 or s not in self.defines)


@dataclass(frozen=True)
class Enter:
    """Block `block` begins: its header is evaluated. `uses` are the symbols that it reads."""

    block: int
    uses: tuple[Symbol, ...]
    effect: Effect


@dataclass(frozen=True)
class Create:
    """Node `node` is made; nothing runs yet."""

    node: int
    gap: bool = False


@dataclass(frozen=True)
class Rename:
    """Node `node` gets a name: `known` where ffc knows it, None else."""

    node: int
    name: Fragment
    known: str | None
    span: Span
    written: Fragment | None = None


@dataclass(frozen=True)
class Configure:
    """`query(pattern).set_remote_args(options)` on the nodes that the query found.

    Of those in `maybe`, only the driver knows whether `pattern` matches their names; of those that
    are `chosen`, whether they are in the workflow `flow`.
    """

    nodes: tuple[int, ...]
    options: tuple[Option, ...]
    span: Span
    maybe: tuple[int, ...] = ()
    pattern: Fragment = NO_CODE
    flow: int = -1
    chosen: tuple[int, ...] = ()

    @property
    def symbols(self) -> Iterator[Symbol]:
        """The variables that the pattern and the options name."""
        yield from self.pattern.symbols
        for option in self.options:
            yield from option.value.symbols


@dataclass(frozen=True)
class Equip(Configure):
    """`query(pattern).set_plugin(plugin)`: `setups` come before the nodes that the query found.

    Passes move it, and parts it, like one that gives options; it gives none.
    """

    setups: Setups = ()

    @property
    def symbols(self) -> Iterator[Symbol]:
        yield from super().symbols
        for setup in self.setups:
            yield from setup.function.symbols
            if setup.seeds is not None and setup.seeds.numbers is None:
                yield setup.seeds.state


@dataclass(frozen=True)
class Open:
    """A workflow object is made (and Ray is started, by the first)."""

    flow: int


@dataclass(frozen=True)
class Query:
    """`query(pattern)` or `find_nodes(pattern)`: what it found among the `names`, for checks."""

    flow: int
    pattern: str | None
    nodes: tuple[int, ...]
    names: tuple[str, ...]
    span: Span


@dataclass(frozen=True)
class Run:
    """`flow.run()`. At most `limit` tasks are in flight, where that is given.

    `stored` is the driver's variable for a workflow that has a storage.
    """

    id: int
    flow: int
    limit: Fragment | None
    span: Span
    gap: bool = False
    stored: Fragment | None = None


Statement = Plain | Enter | Create | Rename | Configure | Open | Query | Run
