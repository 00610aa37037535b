"""Whether every variable that a loop which stays would name is there in the driver."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...ir import Create, Enter, Path, Plain, Program, Ref, Rename, Symbol
from .choose import Chosen


def undefinable(program: Program, chosen: Chosen, template: Mapping[int, int]) -> set[int]:
    """The nodes of loops that name, or are named by, a variable that nothing binds.

    `template` has, for each node of the loops, the one of the first pass that stands for it.
    """
    there = _defined(program, chosen)
    found: set[int] = set()
    for index, statement in enumerate(program.statements):
        if not isinstance(statement, Create):
            continue
        node = program.nodes[statement.node]
        for ref in node.inputs:
            if _is_far(chosen, ref, program.paths[index]):
                found.add(template.get(ref.node, node.id))
        inside = any(turn.block in chosen.loops for turn in program.paths[index])
        takes = [one for one in node.held if one in chosen.instances]
        if not inside and not takes:
            continue
        if not there.issuperset(s for a in node.arguments for s in a.value.symbols):
            found.update([node.id] if inside else takes)
    for flow in program.flows:
        takes = [one for one in flow.held if one in chosen.instances]
        if takes and not there.issuperset(s for leaf in flow.written for s in leaf.symbols):
            found.update(takes)
        found.update(template[r.node] for w in flow.written for r in w.refs if r.node in template)
    found.update(_inside(program, chosen, there))
    return found & set(chosen.instances)


def _inside(program: Program, chosen: Chosen, there: set[Symbol]) -> Iterator[int]:
    """The nodes of loops in which a name, a header or a statement cannot be written."""
    made: dict[int, list[int]] = {}
    for index, statement in enumerate(program.statements):
        if isinstance(statement, Create):
            for turn in program.paths[index]:
                made.setdefault(turn.block, []).append(statement.node)
    for index, statement in enumerate(program.statements):
        uses: tuple[Symbol, ...] = ()
        if isinstance(statement, Rename):
            uses = tuple(statement.name.symbols)
        elif isinstance(statement, Plain) and not statement.wiring:
            uses = statement.uses
        elif isinstance(statement, Enter):
            uses = statement.uses
            if statement.block in chosen.loops and not there.issuperset(uses):
                yield from made.get(statement.block, ())
        if not there.issuperset(uses):
            for turn in program.paths[index]:
                if turn.block in chosen.loops:
                    yield from made.get(turn.block, ())


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
