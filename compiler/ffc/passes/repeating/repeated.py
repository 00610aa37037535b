"""A copy of some statements: with nodes and blocks of its own, and variables that hold these.

Other variables get the same values once more, unless they are `shared` with what comes later.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import replace

from ...ir import (
    Argument,
    Block,
    Configure,
    Create,
    Enter,
    Flow,
    Fragment,
    Node,
    Part,
    Path,
    Plain,
    Program,
    Ref,
    RefUse,
    Rename,
    Statement,
    Symbol,
    SymbolUse,
    Turn,
    join,
)
from ..parting import bound_by
from ..pieces import Piece, defined

_VERSIONS = 10_000  # more than a variable has


class Repeated:
    """The copy of `originals`; `pieces` are its statements, in their order."""

    def __init__(self, program: Program, originals: list[Piece], shared: Set[Symbol]) -> None:
        self._program, self._shared = program, shared
        self._nodes: dict[int, int] = {}
        self._blocks: dict[int, int] = {}
        self._symbols: dict[Symbol, Symbol] = {}
        self.nodes: list[Node] = []
        self.blocks: list[Block] = []
        for piece in originals:
            self._number(piece.statement)
        self.pieces = [self._piece(piece) for piece in originals]

    def _number(self, statement: Statement) -> None:
        is_wiring = isinstance(statement, Plain) and statement.wiring
        for symbol in (*bound_by(statement), *defined(self._program, statement)):
            if is_wiring or symbol in self._shared:
                version = symbol.version + _VERSIONS * len(self._program.nodes)
                self._symbols.setdefault(symbol, replace(symbol, version=version))
        if isinstance(statement, Create):
            self._nodes[statement.node] = len(self._program.nodes) + len(self._nodes)
        elif isinstance(statement, Enter):
            self._blocks[statement.block] = len(self._program.blocks) + len(self._blocks)

    def _piece(self, piece: Piece) -> Piece:
        statement = self._statement(piece.statement)
        path: Path = tuple(
            Turn(self._blocks.get(turn.block, turn.block), turn.number) for turn in piece.path
        )
        return Piece(statement, path, tuple(self._blocks[block] for block in piece.within))

    def _statement(self, statement: Statement) -> Statement:
        match statement:
            case Create():
                self.nodes.append(self._node(self._program.nodes[statement.node]))
                return replace(statement, node=self._nodes[statement.node])
            case Rename():
                written = self._code(statement.written)
                name = self._code(statement.name) or statement.name
                node = self._nodes[statement.node]
                return replace(statement, node=node, name=name, written=written)
            case Configure():
                nodes, maybe = self._known(statement.nodes), self._known(statement.maybe)
                return replace(statement, nodes=nodes, maybe=maybe)
            case Enter():
                self.blocks.append(self._block(self._program.blocks[statement.block]))
                uses, block = self._names(statement.uses), self._blocks[statement.block]
                return replace(statement, block=block, uses=uses)
            case Plain():
                return self._plain(statement)
        raise TypeError(statement)

    def _plain(self, plain: Plain) -> Plain:
        return replace(
            plain,
            code=self._code(plain.code) or plain.code,
            defines=self._names(plain.defines),
            uses=self._names(plain.uses),
            changes=self._names(plain.changes),
            value=self._code(plain.value),
            written=self._code(plain.written),
            at_module=False,
        )

    def _node(self, node: Node) -> Node:
        written = node.written and self._arguments(node.written)
        return replace(
            node,
            id=self._nodes[node.id],
            original=node.id if node.original is None else node.original,
            arguments=self._arguments(node.arguments),
            actor=None if node.actor is None else self._nodes.get(node.actor, node.actor),
            previous=None
            if node.previous is None
            else self._nodes.get(node.previous, node.previous),
            held=self._all(node.held),
            taken=self._all(node.taken),
            owner=self._code(node.owner),
            written=written,
        )

    def _arguments(self, arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
        return tuple(replace(a, value=self._code(a.value) or a.value) for a in arguments)

    def _block(self, block: Block) -> Block:
        return replace(
            block,
            id=self._blocks[block.id],
            header=self._code(block.header) or block.header,
            binds=self._names(block.binds),
            follows=None if block.follows is None else self._blocks[block.follows],
        )

    def flow(self, flow: Flow, is_shared: bool) -> Flow:
        """The workflow, with the nodes of the copy as its leaves; another, if others run it."""
        return replace(
            flow,
            id=len(self._program.flows) if is_shared else flow.id,
            leaves=tuple(self._ref(ref) for ref in flow.leaves),
            written=tuple(self._code(leaf) or leaf for leaf in flow.written),
            held=self._all(flow.held),
            taken=self._all(flow.taken),
        )

    def ref_names(self) -> tuple[tuple[Ref, Symbol], ...]:
        """The variables that the app bound the nodes to, for the copies of both."""
        return tuple(
            (self._ref(ref), self._symbols.get(symbol, symbol))
            for ref, symbol in self._program.ref_names
            if ref.node in self._nodes
        )

    def _all(self, nodes: Iterable[int]) -> tuple[int, ...]:
        return tuple(self._nodes.get(node, node) for node in nodes)

    def _known(self, nodes: Iterable[int]) -> tuple[int, ...]:
        return tuple(self._nodes[node] for node in nodes if node in self._nodes)

    def _names(self, symbols: Iterable[Symbol]) -> tuple[Symbol, ...]:
        return tuple(self._symbols.get(symbol, symbol) for symbol in symbols)

    def _ref(self, ref: Ref) -> Ref:
        return replace(ref, node=self._nodes.get(ref.node, ref.node))

    def _code(self, code: Fragment | None) -> Fragment | None:
        return None if code is None else join(*(self._part(part) for part in code.parts))

    def _part(self, part: Part) -> Part:
        if isinstance(part, SymbolUse):
            return SymbolUse(self._symbols.get(part.symbol, part.symbol))
        return RefUse(self._ref(part.ref)) if isinstance(part, RefUse) else part
