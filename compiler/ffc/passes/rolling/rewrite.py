"""The program with its loops rolled: one pass of each, and variables for what the others make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...ir import (
    UNKNOWN,
    Argument,
    Block,
    Configure,
    Create,
    Enter,
    Flow,
    Fragment,
    Path,
    Plain,
    Program,
    Rename,
    Statement,
    SymbolUse,
    Turn,
    join,
    text,
)
from .consumers import Uses
from .keywords import spread
from .standing import Standing, substituted
from .tree import Branch, Item, leaves
from .unify import written


def rewritten(program: Program, items: Sequence[Item], uses: Uses) -> Program:
    """`items` is the tree of the program, with one pass of each loop that stays."""
    writer = _Writer(program, uses)
    pieces = list(writer.pieces(items, {}, False))
    blocks = tuple(
        _rolled(replace(block, header=header), uses)
        if (header := writer.headers.get(block.id)) is not None
        else block
        for block in program.blocks
    )
    return replace(
        program,
        blocks=blocks,
        nodes=tuple(writer.nodes),
        flows=tuple(_flow(flow, uses) for flow in program.flows),
        statements=tuple(statement for statement, _ in pieces),
        paths=tuple(path for _, path in pieces),
    )


def _rolled(block: Block, uses: Uses) -> Block:
    return replace(block, turns=None, rolled=True) if block.id in uses.chosen.loops else block


class _Writer:
    def __init__(self, program: Program, uses: Uses) -> None:
        self._program, self._uses = program, uses
        self.nodes = list(program.nodes)
        self.headers: dict[int, Fragment] = {}

    def pieces(
        self, items: Sequence[Item], standing: Standing, rolled: bool
    ) -> Iterator[tuple[Statement, Path]]:
        """The statements that are left; `standing` is what stands for variables around them."""
        for place, item in enumerate(items):
            statement = self._program.statements[item.index]
            if _takes(statement) and self._is_rewritten(items[place:], rolled):
                continue  # the argument itself takes it then
            path = self._program.paths[item.index]
            standing = self._without_bound(standing, item)
            if not isinstance(item, Branch):
                yield from self._leaf(statement, path, standing, rolled)
                continue
            stays = item.block.id in self._uses.chosen.loops
            if stays or item.kept:
                self.headers[item.block.id] = substituted(item.block.header, standing)
            assert isinstance(statement, Enter)
            if rolled or stays or item.kept:
                binds = item.block.binds
                header = substituted(item.block.header, standing)
                used = tuple(s for s in header.symbols if s not in binds)
                statement = replace(statement, uses=used)
            yield statement, path
            for number, one in enumerate(item.passes):
                own = standing if item.kept else {**standing, **self._bound(item, number)}
                yield from self.pieces(one, own, rolled or stays)

    def _is_rewritten(self, items: Sequence[Item], rolled: bool) -> bool:
        """Whether the first node that is made there has its arguments as the app writes them."""
        statements = (self._program.statements[item.index] for item in items)
        made = next((s.node for s in statements if isinstance(s, Create)), None)
        return made is not None and self._takes_templates(made, rolled)

    def _takes_templates(self, node: int, rolled: bool) -> bool:
        return rolled or not self._uses.template.keys().isdisjoint(self._uses.parents(node))

    def _without_bound(self, standing: Standing, item: Item) -> Standing:
        """What still stands for variables from an item on that binds some of them."""
        inside = (self._program.statements[index] for index in leaves([item])) if standing else ()
        plain = (s for s in inside if isinstance(s, Plain) and not s.of_loop)
        bound = {symbol for statement in plain for symbol in statement.defines}
        if standing.keys().isdisjoint(bound):
            return standing
        return {symbol: code for symbol, code in standing.items() if symbol not in bound}

    def _bound(self, loop: Branch, number: int) -> Standing:
        return dict(self._program.passes.get(Turn(loop.block.id, number), ()))

    def _leaf(
        self, statement: Statement, path: Path, standing: Standing, rolled: bool
    ) -> Iterator[tuple[Statement, Path]]:
        match statement:
            case Create():
                self._node(statement.node, standing, rolled)
                self._seeds(statement.node)
                self._previous(statement.node)
            case Rename() if rolled:
                name = substituted(statement.written or statement.name, standing)
                statement = replace(statement, name=name, known=None)
            case Plain() if statement.of_loop and rolled:
                found = self._of_inner(statement, path, standing)
                if found is None:
                    return
                statement = found
            case Plain() if statement.of_loop:
                pass
            case Plain() if rolled or statement.wiring:
                statement = _plain(statement, standing)
            case Configure():
                statement = self._configure(statement)
        yield statement, path

    def _of_inner(self, statement: Plain, path: Path, standing: Standing) -> Plain | None:
        """What the head of a loop does that is written out in one that stays."""
        if not path or path[-1].block in self._uses.chosen.loops or len(statement.defines) != 1:
            return None
        symbol = statement.defines[0]
        if symbol not in standing:
            return None
        code = join(SymbolUse(symbol), text(" = "), standing[symbol], text("\n"))
        return replace(statement, code=code, written=code, uses=tuple(standing[symbol].symbols))

    def _node(self, node: int, standing: Standing, rolled: bool) -> None:
        one = self._program.nodes[node]
        parents = self._uses.parents(node)
        if not self._takes_templates(node, rolled):
            return
        given = (_argument(a, standing, rolled) for a in written(one))
        arguments = tuple(argument for one in given for argument in spread(one))
        taken = tuple(parent for parent in parents if parent in self._uses.taken)
        self.nodes[node] = replace(one, arguments=arguments, held=parents, taken=taken)

    def _seeds(self, node: int) -> None:
        """One that stands for others has their seeds as well."""
        instances = self._uses.chosen.of(node)
        one = self.nodes[node]
        if len(instances) == 1 or not one.seeds:
            return
        (mine,) = one.seeds
        rows = (row for n in instances for s in self._program.nodes[n].seeds for row in s.rows)
        self.nodes[node] = replace(one, seeds=(replace(mine, rows=tuple(rows)),))

    def _previous(self, node: int) -> None:
        """The call before it may be one of a pass that is gone."""
        one = self.nodes[node]
        before = self._uses.template.get(one.previous, one.previous) if one.previous else None
        if before is not None and before != one.previous:
            known = before if before != node else one.actor
            self.nodes[node] = replace(one, previous=known)

    def _configure(self, statement: Configure) -> Configure:
        nodes: dict[int, None] = {}
        maybe = dict.fromkeys(self._uses.template.get(n, n) for n in statement.maybe)
        for node in statement.nodes:
            template = self._uses.template.get(node, node)
            instances = self._uses.chosen.of(template)
            whole = set(instances).issubset(statement.nodes)
            (nodes if whole else maybe)[template] = None
        return replace(statement, nodes=tuple(nodes), maybe=tuple(maybe))


def _takes(statement: Statement) -> bool:
    """Whether it takes an element out of a container, as the argument of a node does."""
    is_of_loop = isinstance(statement, Plain) and statement.wiring and statement.of_loop
    return is_of_loop and isinstance(statement, Plain) and not statement.defines


def _plain(statement: Plain, standing: Standing) -> Plain:
    code = substituted(statement.written or statement.code, standing)
    unread = [s for s in statement.defines if s not in statement.uses]
    uses = tuple(symbol for symbol in code.symbols if symbol not in unread)
    return replace(statement, code=code, uses=uses)


def _argument(argument: Argument, standing: Standing, rolled: bool) -> Argument:
    known = UNKNOWN if rolled else argument.known  # it is another one in each pass
    return replace(argument, value=substituted(argument.value, standing), known=known)


def _flow(flow: Flow, uses: Uses) -> Flow:
    kept = tuple(ref for ref in flow.leaves if ref.node not in uses.template)
    gone = (ref.node for ref in flow.leaves if ref.node in uses.template)
    others = (*gone, *flow.held[len(flow.leaves) :])
    rest = dict.fromkeys(uses.template.get(node, node) for node in others)
    held = (*(ref.node for ref in kept), *rest)
    if kept == flow.leaves and held == flow.held:
        return flow
    rolled = {uses.template[n] for n in flow.taken if n in uses.template}
    taken = (*(n for n in flow.taken if n not in uses.template), *(rolled & uses.taken))
    known = len(flow.held) == len(flow.leaves)
    return replace(
        flow,
        leaves=kept,
        held=held,
        taken=tuple(dict.fromkeys(taken)),
        count=len(flow.leaves) if known else None,
    )
