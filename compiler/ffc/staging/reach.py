"""Which nodes a run would reach for certain, however often the driver goes through its blocks.

for path in paths:                  each node of the loop comes into `nodes`, of which `total` takes
    nodes.append(load(path))        all: whatever there is in `paths`, a run of `total` reaches them
total(nodes)
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from ..ir import Argument, Fragment, Node, Part, Plain, RefUse, Symbol, SymbolUse
from .record import Record


def surely_reached(record: Record, flow: int) -> frozenset[int]:
    """The nodes of which a run of the workflow reaches all that the blocks around them make."""
    holding = _Holding(record)
    leaves = record.flows[flow]
    found = {ref.node for ref in leaves.leaves if not holding.home(ref.node)}
    for leaf in leaves.written:
        found.update(holding.taken(leaf))
    return _closed(record, found, holding.parents)


def wholly_taken(record: Record, flow: int) -> frozenset[int]:
    """The nodes of which no variable on the way to the leaves holds one of several alone."""

    def parents(node: Node) -> tuple[int, ...]:
        before = () if node.previous is None else (node.previous,)
        return (*(ref.node for ref in node.inputs), *before, *record.with_held(node).taken)

    return _closed(record, set(record.with_leaves(record.flows[flow]).taken), parents)


def _closed(
    record: Record, found: set[int], parents: Callable[[Node], Iterable[int]]
) -> frozenset[int]:
    """These, all that they come from, and what is made of nothing else."""
    pending = list(found)
    while pending:
        for parent in parents(record.nodes[pending.pop()]):
            if parent not in found:
                found.add(parent)
                pending.append(parent)
    for node in record.nodes:
        if node.inputs and found.issuperset(record.with_held(node).parents):
            found.add(node.id)
    return frozenset(found)


class _Holding:
    """What variables of the driver hold: those that get all nodes of the blocks that fill them."""

    def __init__(self, record: Record) -> None:
        self._record = record

    def home(self, node: int) -> tuple[int, ...]:
        """The blocks of the driver around a node."""
        path = self._record.made_in[node]
        return tuple(t.block for t in path if self._record.blocks[t.block].turns is None)

    def parents(self, node: Node) -> Iterator[int]:
        """The nodes that are all taken by this one, if it is made as often as they are."""
        own = self.home(node.id)
        parents = [ref.node for ref in node.inputs]
        parents += [] if node.previous is None else [node.previous]
        yield from (parent for parent in parents if self.home(parent) == own)
        if not own:
            for argument in node.arguments:
                yield from self.taken(_starred(argument))

    def taken(self, code: Fragment) -> frozenset[int]:
        """The nodes of the variable that the code names, where it is nothing else."""
        match code.parts:
            case (SymbolUse(symbol),) | ("*", SymbolUse(symbol)):
                return self._whole(symbol)
        return frozenset()

    @cached_property
    def _about(self) -> dict[Symbol, list[int]]:
        """The statements that bind or change each variable."""
        found: defaultdict[Symbol, list[int]] = defaultdict(list)
        for index, one in enumerate(self._record.statements):
            if isinstance(one, Plain):
                for symbol in {*one.defines, *one.changes, *one.rebinds}:
                    found[symbol].append(index)
        return found

    @cached_property
    def _jumping(self) -> frozenset[int]:
        """The blocks in which a pass may end early."""
        pairs = zip(self._record.statements, self._record.paths, strict=True)
        left = (path for one, path in pairs if isinstance(one, Plain) and one.jumps)
        return frozenset(turn.block for path in left for turn in path)

    def _whole(self, symbol: Symbol) -> frozenset[int]:
        """The nodes of which the variable gets all; nothing if any may be taken out again."""
        found: set[int] = set()
        for number, index in enumerate(self._about.get(symbol, ())):
            one = self._record.statements[index]
            assert isinstance(one, Plain)
            match one.code.parts:
                case (SymbolUse(), " = ", SymbolUse(other), "\n") if number == 0:
                    found.update(self._whole(other))
                case (SymbolUse(), start, *elements) if number == 0 and _is_list(start):
                    found.update(*(self._of_pass(n, index) for n in _nodes(start, elements)))
                case (SymbolUse(), ".append(", RefUse(ref), ")\n"):
                    found.update(self._of_pass(ref.node, index))
                case (SymbolUse(), ".append(", SymbolUse(other), ")\n"):
                    found.update(self._bound_beside(other, index))
                case _:
                    return frozenset()
            if number == 0 and self._around(index):
                return frozenset()
        return frozenset(found)

    def _around(self, index: int) -> tuple[int, ...]:
        path = self._record.paths[index]
        return tuple(t.block for t in path if self._record.blocks[t.block].turns is None)

    def _of_pass(self, node: int, index: int) -> list[int]:
        """The node, where each pass that makes it comes to the statement."""
        around = self._around(index)
        is_sure = self.home(node) == around and self._jumping.isdisjoint(around)
        return [node] if is_sure else []

    def _bound_beside(self, symbol: Symbol, index: int) -> list[int]:
        """The node that the variable holds at the statement."""
        about = self._about.get(symbol, ())
        one = self._record.statements[about[0]] if len(about) == 1 else None
        match one.code.parts if isinstance(one, Plain) else ():
            case (SymbolUse(), " = ", RefUse(ref), "\n"):
                return self._of_pass(ref.node, index)
        return []


def _is_list(start: object) -> bool:
    return isinstance(start, str) and re.match(r" = \[", start) is not None


def _nodes(start: Part, elements: Sequence[Part]) -> list[int]:
    """The nodes in a list that holds nothing else."""
    between = {one for one in (start, *elements) if isinstance(one, str)}
    refs = [one.ref.node for one in elements if isinstance(one, RefUse)]
    plain = between <= {" = [", ", ", "]\n"} and 2 * len(refs) == len(elements)
    return refs if plain else []


def _starred(argument: Argument) -> Fragment:
    return argument.value if argument.prefix != "**" else Fragment(())
