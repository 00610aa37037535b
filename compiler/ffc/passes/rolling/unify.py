"""Whether two passes of a loop do the same, and what of one is what of the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ...ir import (
    Argument,
    Create,
    Enter,
    Fragment,
    Node,
    Part,
    Plain,
    Program,
    RefUse,
    Rename,
    Symbol,
    SymbolUse,
)
from .tree import Branch, Item, Leaf


@dataclass
class Likeness:
    """Nodes and variables of one pass → those of the other that play their part."""

    program: Program
    nodes: dict[int, int] = field(default_factory=dict)
    symbols: dict[Symbol, Symbol] = field(default_factory=dict)

    def same(self, one: Sequence[Item], other: Sequence[Item]) -> bool:
        """Whether the statements do the same; what corresponds is noted."""
        mine, theirs = self._of_body(one), self._of_body(other)
        if len(mine) != len(theirs):
            return False
        return all(self._item(a, b) for a, b in zip(mine, theirs, strict=True))

    def _of_body(self, items: Sequence[Item]) -> list[Item]:
        """Without what the head of the loop does."""
        statements = self.program.statements
        return [item for item in items if not getattr(statements[item.index], "of_loop", False)]

    def _item(self, one: Item, other: Item) -> bool:
        if isinstance(one, Leaf) and isinstance(other, Leaf):
            return self._statement(one.index, other.index)
        if isinstance(one, Branch) and isinstance(other, Branch):
            return self._branch(one, other)
        return False

    def _branch(self, one: Branch, other: Branch) -> bool:
        a, b = one.block, other.block
        if a.site != b.site or one.kept is not other.kept or len(a.binds) != len(b.binds):
            return False
        if len(one.passes) != len(other.passes) or a.kind is not b.kind:
            return False
        self.symbols.update(zip(a.binds, b.binds, strict=True))
        heads = not one.kept or self._code(a.header, b.header)
        pairs = zip(one.passes, other.passes, strict=True)
        return heads and all(self.same(p, q) for p, q in pairs)

    def _statement(self, one: int, other: int) -> bool:
        a, b = self.program.statements[one], self.program.statements[other]
        match a, b:
            case Create(), Create():
                return self._create(self.program.nodes[a.node], self.program.nodes[b.node])
            case Rename(), Rename():
                names = (a.written or a.name), (b.written or b.name)
                return self.nodes.get(a.node) == b.node and self._code(*names)
            case Plain(), Plain():
                return self._plain(a, b)
            case Enter(), Enter():
                return True
        return False

    def _plain(self, one: Plain, other: Plain) -> bool:
        if len(one.defines) != len(other.defines) or one.wiring is not other.wiring:
            return False
        pairs = zip(one.defines, other.defines, strict=True)
        if any(a.name != b.name for a, b in pairs):
            return False
        self.symbols.update(zip(one.defines, other.defines, strict=True))
        return self._code(one.written or one.code, other.written or other.code)

    def _create(self, one: Node, other: Node) -> bool:
        if one.definition != other.definition or one.method != other.method:
            return False
        if one.actor is not None and self.nodes.get(one.actor, one.actor) != other.actor:
            return False
        self.nodes[one.id] = other.id
        mine, theirs = written(one), written(other)
        if len(mine) != len(theirs):
            return False
        return all(
            a.prefix == b.prefix and self._code(a.value, b.value)
            for a, b in zip(mine, theirs, strict=True)
        )

    def _code(self, one: Fragment, other: Fragment) -> bool:
        if len(one.parts) != len(other.parts):
            return False
        return all(self._part(a, b) for a, b in zip(one.parts, other.parts, strict=True))

    def _part(self, one: Part, other: Part) -> bool:
        if isinstance(one, SymbolUse) and isinstance(other, SymbolUse):
            return self.symbols.get(one.symbol, one.symbol) == other.symbol
        if isinstance(one, RefUse) and isinstance(other, RefUse):
            mapped = self.nodes.get(one.ref.node, one.ref.node)
            return (mapped, one.ref.key) == (other.ref.node, other.ref.key)
        return one == other


def written(node: Node) -> tuple[Argument, ...]:
    """The arguments as the app writes them, where it does."""
    return node.arguments if node.written is None else node.written
