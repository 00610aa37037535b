"""Whether every variable that a loop which stays would name is there in the driver."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...ir import Create, Enter, Path, Plain, Program, Ref, Rename, Statement, Symbol
from .choose import Chosen


def undefinable(
    program: Program, chosen: Chosen, template: Mapping[int, int], gone: Mapping[Symbol, set[int]]
) -> set[int]:
    """The loops that name, or whose nodes are named by, a variable that nothing binds.

    `template` has, for each node of the loops, the one of the first pass that stands for it, and
    `gone` the loops that bind a variable in another pass than the first.
    """
    there = _defined(program, chosen)
    nodes: set[int] = set()
    loops: set[int] = set()
    for index, statement in enumerate(program.statements):
        around = {turn.block for turn in program.paths[index]} & chosen.loops
        uses = set(_uses(program, statement))
        for symbol in uses - there:
            loops |= gone.get(symbol, set()) - around
        if isinstance(statement, Create):
            node = program.nodes[statement.node]
            for ref in node.inputs:
                if _is_far(chosen, ref, program.paths[index]):
                    nodes.add(template.get(ref.node, node.id))
            takes = [one for one in node.held if one in chosen.instances]
            if (around or takes) and not there.issuperset(uses):
                nodes.update([] if around else takes)
                loops |= around
        elif around and not there.issuperset(uses):
            loops |= around
        if isinstance(statement, Enter) and statement.block in chosen.loops:
            loops |= set() if there.issuperset(uses) else {statement.block}
    for flow in program.flows:
        takes = [one for one in flow.held if one in chosen.instances]
        if takes and not there.issuperset(s for leaf in flow.written for s in leaf.symbols):
            nodes.update(takes)
        nodes.update(template[r.node] for w in flow.written for r in w.refs if r.node in template)
    around_nodes = (chosen.around.get(node, frozenset()) for node in nodes)
    return loops.union(*around_nodes)


def _uses(program: Program, statement: Statement) -> Iterator[Symbol]:
    """The variables that a statement reads, those of the wiring aside."""
    match statement:
        case Create():
            for argument in program.nodes[statement.node].arguments:
                yield from argument.value.symbols
        case Rename():
            yield from statement.name.symbols
        case Plain(wiring=False):
            yield from statement.uses
        case Enter() if program.is_kept(statement.block):
            yield from statement.uses


def _defined(program: Program, chosen: Chosen) -> set[Symbol]:
    """What the driver binds; a variable that is filled from others only if these are there."""
    found = {one.symbol for one in program.imports}
    found.update(d.symbol for d in program.definitions if not d.kind.is_remote)
    filling: list[tuple[Plain, Path]] = []
    for statement, around in zip(program.statements, program.paths, strict=True):
        if isinstance(statement, Plain):
            if statement.wiring:
                filling.append((statement, around))
            else:
                found.update(statement.defines)
        elif isinstance(statement, Enter) and program.is_kept(statement.block):
            found.update(program.blocks[statement.block].binds)
    grown = True
    while grown:
        grown = False
        for plain, path in filling:
            if _is_lost(program, chosen, plain, path):
                continue
            new = set(plain.defines) - found
            if new and (found | set(plain.defines)).issuperset(plain.uses):
                found |= new
                grown = True
    for plain, path in filling:
        if not found.issuperset(plain.uses) or _is_lost(program, chosen, plain, path):
            found.difference_update((*plain.defines, *plain.changes))
    return found


def _is_lost(program: Program, chosen: Chosen, plain: Plain, path: Path) -> bool:
    """Whether it names a node that one of the loops makes, from outside of the loop."""
    return any(_is_far(chosen, ref, path) for ref in plain.code.refs)


def _is_far(chosen: Chosen, ref: Ref, path: Path) -> bool:
    """Whether the variable of the ref means nothing at a place with these blocks around it."""
    made = chosen.around.get(ref.node)
    return made is None or not made <= {turn.block for turn in path}
