"""What staging has found so far: the program in the making."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field, replace
from typing import Final

import libcst as cst

from ..ir import (
    NO_COMMENTS,
    Argument,
    Block,
    BlockKind,
    Call,
    Comments,
    Create,
    Definition,
    Effect,
    Enter,
    Flow,
    Fragment,
    Import,
    Node,
    NodeKind,
    Path,
    Plain,
    Ref,
    Rename,
    Role,
    Run,
    Statement,
    Symbol,
    Turn,
    of_block,
)
from ..source import Span
from .attempt import Impure
from .trail import Trail
from .values import NodeSet

NAMES: Final = of_block("names", 0)  # the variable with the names of nodes, by their refs


@dataclass(frozen=True)
class Layout:
    """How the statement at hand stands in the source: its comments, and a blank line above it.

    The gap is its `own` if the app has it, and not only what was staged before.
    """

    comments: Comments = NO_COMMENTS
    gap: bool = False
    own: bool = False


@dataclass(frozen=True)
class Asked:
    """The driver has to know the names of `nodes`, as they are after so many `renames`.

    It does not take `others` for one of them, which have names as well. `place` is in the app.
    """

    nodes: NodeSet
    renames: int
    place: cst.BaseExpression
    span: Span
    others: tuple[int, ...] = ()


@dataclass
class Record:
    """Grows while the wiring is evaluated; `Program` is made of it at the end.

    Statements that are `late` come before a block, or name a node where it is made. The driver is
    `asked` for names of nodes that variables hold.
    """

    trail: Trail
    nodes: list[Node] = field(default_factory=list)
    flows: list[Flow] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    late: list[tuple[int, Statement]] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)
    imports: list[Import] = field(default_factory=list)
    imported: dict[Symbol, Import] = field(default_factory=dict)
    held: dict[int, list[tuple[NodeSet, bool]]] = field(default_factory=dict)
    flow_held: dict[int, list[tuple[NodeSet, bool]]] = field(default_factory=dict)
    flow_names: dict[int, Fragment] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    renames: list[int] = field(default_factory=list)
    names: dict[int, str | None] = field(default_factory=dict)
    beginnings: dict[int, str] = field(default_factory=dict)
    uncertain: dict[str, bool] = field(default_factory=dict)
    repeated: dict[int, bool] = field(default_factory=dict)
    counted: dict[int, str] = field(default_factory=dict)
    renamed: dict[int, Span] = field(default_factory=dict)
    made_in: dict[int, Path] = field(default_factory=dict)
    name_code: dict[int, Fragment] = field(default_factory=dict)
    ref_names: dict[Ref, Symbol] = field(default_factory=dict)
    paths: list[Path] = field(default_factory=list)
    path: Path = ()
    blocks: list[Block] = field(default_factory=list)
    passes: dict[Turn, tuple[tuple[Symbol, Fragment], ...]] = field(default_factory=dict)
    of_loop: bool = False
    layout: Layout = Layout()
    paragraph: bool = False
    order: int = 0
    scopes: int = 0
    runs: int = 0
    run_flows: dict[int, int] = field(default_factory=dict)
    opened_in: dict[int, Path] = field(default_factory=dict)
    stored: dict[int, Fragment] = field(default_factory=dict)
    titles: Counter[str] = field(default_factory=Counter)
    gathered: dict[int, int] = field(default_factory=dict)
    calls: list[Call] = field(default_factory=list)
    call: int | None = None
    _defined: dict[Symbol, Definition] = field(default_factory=dict)
    _calls: Counter[str] = field(default_factory=Counter)
    _last_call: dict[int, int] = field(default_factory=dict)

    def definition(self, symbol: Symbol) -> Definition | None:
        for one in self.definitions[len(self._defined) :]:
            self._defined[one.symbol] = one
        return self._defined.get(symbol)

    def real(self) -> None:
        """What is merely tried makes no nodes."""
        if self.trail.attempts:
            raise Impure

    def does_something(self, start: int) -> bool:
        """Whether one of the statements since `start` does more than to bind its names."""
        return any(
            isinstance(one, Run) or (isinstance(one, Plain) and one.effect is not Effect.NONE)
            for one in self.statements[start:]
        )

    def add_import(self, found: Import) -> None:
        self.real()
        self.imports.append(found)
        self.imported[found.symbol] = found

    def add(self, statement: Statement) -> None:
        """Records a statement in the turn of the blocks that is being staged."""
        self.real()
        self.statements.append(statement)
        self.paths.append(self.path)

    def enter(self, span: Span, site: int, uses: tuple[Symbol, ...], in_place: bool = False) -> int:
        """A loop begins that is worked out pass by pass; gives its number."""
        layout = self.layout
        block = Block(
            id=len(self.blocks),
            kind=BlockKind.LOOP,
            site=site,
            header=Fragment(()),
            binds=(),
            span=span,
            turns=0,
            comments=layout.comments,
            gap=layout.gap,
            in_place=in_place,
            call=self.call,
        )
        self.blocks.append(block)
        if not self.trail.attempts:
            self.add(Enter(block.id, uses, Effect.NONE))
        self.path = (*self.path, Turn(block.id, 0))
        return block.id

    def head(self, header: Fragment, bound: Mapping[Symbol, Fragment]) -> None:
        """Says what the first line of the innermost loop is, and what it binds in this pass."""
        turn = self.path[-1]
        block = self.blocks[turn.block]
        if turn.number == 0:
            self.blocks[turn.block] = replace(block, header=header, binds=tuple(bound))
        self.passes[turn] = tuple(bound.items())

    def turn(self, number: int) -> None:
        """The next pass of the innermost loop begins."""
        self.path = (*self.path[:-1], Turn(self.path[-1].block, number))

    def leave(self, early: bool = False) -> None:
        """The innermost loop ends, `early` if what comes in its header would have gone on."""
        last, block = self.path[-1], self.blocks[self.path[-1].block]
        self.blocks[last.block] = replace(block, turns=last.number + 1, ends_early=early)
        self.path = self.path[:-1]

    def outside(self) -> int:
        """Where a statement stands that is outside of all blocks around."""
        block = self.path[0].block if self.path else -1
        while block >= 0 and (before := self.blocks[block].follows) is not None:
            block = before
        entries = enumerate(self.statements)
        found = (i for i, s in entries if isinstance(s, Enter) and s.block == block)
        return next(found, len(self.statements))

    def take(self, start: int, count: int) -> tuple[list[Statement], list[Path]]:
        """Takes `count` statements out, from `start` on."""
        part = slice(start, start + count)
        taken = self.statements[part], self.paths[part]
        del self.statements[part], self.paths[part]
        return taken

    def put(self, start: int, statements: list[Statement], paths: list[Path]) -> None:
        """Puts statements in before the one at `start`."""
        self.statements[start:start] = statements
        self.paths[start:start] = paths

    @property
    def decides(self) -> bool:
        """Whether the driver decides on the innermost loop around."""
        loops = [t.block for t in self.path if self.blocks[t.block].kind is BlockKind.LOOP]
        return bool(loops) and self.blocks[loops[-1]].turns is None

    @property
    def is_kept(self) -> bool:
        """Whether the driver decides on a block around."""
        return any(self.blocks[turn.block].turns is None for turn in self.path)

    @property
    def repeats(self) -> bool:
        """Whether this is not the first pass of all loops around."""
        return any(turn.number for turn in self.path)

    def take_layout(self) -> Layout:
        """The layout of the statement at hand, for the first thing that it becomes."""
        taken, self.layout = self.layout, Layout()
        return taken

    def called(
        self, function: Symbol, arguments: tuple[tuple[str, Fragment], ...], doc: str, gap: bool
    ) -> Call:
        """A call of a function that is staged in place, where this is done."""
        loop = any(self.blocks[turn.block].kind is BlockKind.LOOP for turn in self.path)
        self.calls.append(Call(len(self.calls), function, self.call, arguments, doc, loop, gap))
        return self.calls[-1]

    def next_order(self) -> int:
        self.order += 1
        return self.order

    def new_scope(self) -> int:
        self.scopes += 1
        return self.scopes

    def add_task(
        self,
        kind: NodeKind,
        definition: Symbol,
        qualified: str,
        arguments: tuple[Argument, ...],
        span: Span,
        role: Role | None = None,
    ) -> int:
        """A node that calls a function or makes an actor.

        One with a `role` is called `qualified`.
        """
        return self._add(
            Node(
                id=len(self.nodes),
                kind=kind,
                definition=definition,
                arguments=arguments,
                default_name=qualified if role else self._default_name(definition, qualified),
                span=span,
                role=role,
                call=self.call,
            )
        )

    def add_call(
        self,
        actor: int,
        method: str,
        qualified: str,
        arguments: tuple[Argument, ...],
        span: Span,
        home: str,
        role: Role | None = None,
    ) -> int:
        """A node that calls a method, defined in file `home`, of `actor` after the call before.

        One with a `role` is called `qualified`.
        """
        definition = self.nodes[actor].definition
        node = self._add(
            Node(
                id=len(self.nodes),
                kind=NodeKind.CALL,
                definition=definition,
                arguments=arguments,
                default_name=qualified if role else self._default_name(definition, qualified, home),
                span=span,
                role=role,
                actor=actor,
                method=method,
                previous=self._last_call.get(actor, actor),
                call=self.call,
            )
        )
        self._last_call[actor] = node
        return node

    def _add(self, node: Node) -> int:
        self.real()
        layout = self.take_layout()
        commented = layout.comments != NO_COMMENTS
        self.nodes.append(replace(node, comments=layout.comments) if commented else node)
        self.names[node.id] = self._certain(node) if node.role is None else self._known_title(node)
        self.made_in[node.id] = self.path
        self.add(Create(node.id, layout.gap))
        return node.id

    def _certain(self, node: Node) -> str | None:
        """The default name, None where only the driver knows how many nodes came before."""
        stem = node.default_name[:-4]
        if self.is_kept:
            self.repeated[node.id] = True
            self.uncertain[stem] = True
        if stem not in self.uncertain:
            return node.default_name
        self.counted[node.id] = stem
        return None

    def _known_title(self, node: Node) -> str | None:
        """What a step is called, None where only the driver knows how many came before."""
        name, *_ = node.default_name.partition(".")
        if self.is_kept:
            self.repeated[node.id] = True
            self.uncertain[f"{name}."] = True
        if f"{name}." not in self.uncertain:
            return node.default_name
        self.beginnings[node.id] = name
        return None

    def title(self, name: str) -> str:
        """What to call a node of the class `name`: the second of them is `name.2`."""
        self.titles[name] += 1
        return name if self.titles[name] == 1 else f"{name}.{self.titles[name]}"

    def _default_name(self, definition: Symbol, qualified: str, home: str = "") -> str:
        # A method that two classes inherit is one function, and counts as such.
        is_method = "." in qualified and ".<locals>." not in qualified
        key = f"{home}: {qualified}" if is_method else f"{definition}"
        self._calls[key] += 1
        return f"{qualified}_{self._calls[key] - 1:04d}"

    def in_block(self, node: int) -> bool:
        """Whether the driver makes the node any number of times."""
        return node in self.repeated

    def between(self, node: int) -> BlockKind | None:
        """A block around that the driver may leave out or repeat, and that the node is not in."""
        return self._between(self.made_in[node])

    def between_opening(self, flow: int) -> BlockKind | None:
        """The same of a workflow."""
        return self._between(self.opened_in[flow])

    def _between(self, path: Path) -> BlockKind | None:
        outside = {turn.block for turn in path}
        blocks = (self.blocks[turn.block] for turn in self.path if turn.block not in outside)
        kinds = (one.kind for one in blocks if one.turns is None)
        return next((kind for kind in kinds if kind is not BlockKind.ONCE), None)

    def with_held(self, node: Node) -> Node:
        """The node with all nodes that variables among its arguments may hold by now."""
        held = self.held.get(node.id)
        if not held:
            return node
        return replace(node, held=_nodes(held), taken=_nodes(one for one in held if one[1]))

    def with_leaves(self, flow: Flow) -> Flow:
        """The workflow with all nodes of its leaves."""
        refs = [ref.node for ref in flow.leaves]
        whole = _nodes(one for one in self.flow_held.get(flow.id, ()) if one[1])
        return replace(flow, held=self.leaves(flow.id), taken=(*refs, *whole))

    def leaves(self, flow: int) -> tuple[int, ...]:
        """The nodes of a workflow's leaves, those that variables may hold included."""
        refs = [ref.node for ref in self.flows[flow].leaves]
        return (*refs, *_nodes(self.flow_held.get(flow, ())))

    def rename(
        self,
        node: int,
        name: Fragment,
        known: str | None,
        span: Span,
        written: Fragment | None,
    ) -> None:
        self.real()
        self.names[node] = known
        self.counted.pop(node, None)
        self.beginnings.pop(node, None)
        self.renamed[node] = span
        self.name_code[node] = name
        self.renames.append(node)
        self.add(Rename(node, name, known, span, written))

    def add_flow(self, flow: Flow, held: list[tuple[NodeSet, bool]]) -> int:
        """A workflow; `held` are the nodes that variables among its leaves may hold."""
        self.real()
        self.flows.append(flow)
        self.flow_held[flow.id] = held
        self.opened_in[flow.id] = self.path
        return flow.id

    def add_run(self, flow: int, limit: Fragment | None, span: Span) -> int:
        self.real()
        self.runs += 1
        self.run_flows[self.runs - 1] = flow
        self.add(Run(self.runs - 1, flow, limit, span, self.layout.gap, self.stored.get(flow)))
        return self.runs - 1

    def mark(self) -> tuple[dict[str, object], dict[str, int]]:
        """All that is recorded by now, to come back to."""
        held = vars(self)
        lists = {name: len(value) for name, value in held.items() if isinstance(value, list)}
        others = {
            name: copy(value) if isinstance(value, dict) else value
            for name, value in held.items()
            if name not in lists and name != "trail"
        }
        return others, lists

    def restore(self, mark: tuple[dict[str, object], dict[str, int]]) -> None:
        """Forgets what was recorded since `mark`."""
        others, lists = mark
        for name, value in others.items():
            setattr(self, name, copy(value) if isinstance(value, dict) else value)
        for name, length in lists.items():
            del getattr(self, name)[length:]


def _nodes(held: Iterable[tuple[NodeSet, bool]]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(node for nodes, _ in held for node in nodes.nodes))
