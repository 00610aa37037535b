"""Parts a loop of the driver where its nodes have to wait for effects that come before the run.

    for path in paths:                         rows = []
        text = path.read_text()                for path in paths:
        counts.append(count(text))      →          text = path.read_text()
    flow.run()                                     rows.append(text)
                                               for text in rows:
                                                   counts.append(count.remote(text))

In the app no task runs before `run()`. A loop without effects moves as a whole, behind the last
effect before the run.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..ir import Enter, Plain, Program, Run, Statement, Symbol
from ..ir.graph import reached
from ..ir.groups import Groups
from .parting import Parted, Piece, binds_of, bound_by, has_effects, needs, parted


def split_blocks(program: Program) -> Program:
    """The program with all blocks parted that can be; checks find the others."""
    done: set[int] = set()
    while True:
        groups = Groups(program)
        waiting = [one for one in displaced(program, groups) if one[0] not in done]
        if not waiting:
            return program
        # The last one first: each goes in front of those that came after it.
        found = max(waiting, key=lambda one: groups.extents[one[0]][0])
        done.add(found[0])
        program = _moved(program, groups, *found) or program


def displaced(program: Program, groups: Groups) -> Iterator[tuple[int, int]]:
    """The groups whose nodes must wait, each with the statement behind which they may stand."""
    for index, statement in enumerate(program.statements):
        if not isinstance(statement, Run):
            continue
        own = groups.of(index)
        last = max((b for b in groups.barriers if b < index), default=-1)
        made_nodes = [program.nodes[node] for node in groups.created]
        running = reached(made_nodes, program.flows[statement.flow].held)
        made = dict.fromkeys(groups.of(groups.created[node]) for node in running)
        for group in made:
            if group is not None and group != own and last >= groups.extents[group][0]:
                yield group, groups.end(last)


def _pieces(program: Program, first: int, last: int) -> list[Piece]:
    return [
        Piece(program.statements[i], program.paths[i], program.within[i])
        for i in range(first, last + 1)
    ]


def _moved(program: Program, groups: Groups, group: int, target: int) -> Program | None:
    """The program with the group moved or parted; None where that would change what it means."""
    first, last = groups.extents[group]
    inside = _pieces(program, first, last)
    between = _pieces(program, last + 1, target)
    whole = Parted(program.blocks, program.nodes, [], inside)
    options = [] if has_effects(program, inside) else [whole]
    for option in (*options, parted(program, inside)):
        if option is None or not _means_the_same(program, option, between):
            continue
        before = _pieces(program, 0, first - 1)
        after = _pieces(program, target + 1, len(program.statements) - 1)
        early = [piece for piece in between if _stands(piece)]
        late = [piece for piece in between if not _stands(piece)]
        pieces = [*before, *option.stay, *early, *option.move, *late, *after]
        return replace(
            program,
            blocks=option.blocks,
            nodes=option.nodes,
            statements=tuple(piece.statement for piece in pieces),
            paths=tuple(piece.path for piece in pieces),
            within=tuple(piece.within for piece in pieces),
        )
    return None


def _means_the_same(program: Program, option: Parted, between: list[Piece]) -> bool:
    """Whether what moves finds what it reads, and nothing before it reads what it binds."""
    bound = {s for piece in option.move for s in bound_by(piece.statement)}
    if any(not bound.isdisjoint(_used(piece.statement)) for piece in (*option.stay, *between)):
        return False
    later = {s for piece in between if _stands(piece) for s in bound_by(piece.statement)}
    own = {s for piece in option.move for s in binds_of(option.blocks, piece.statement)} | bound
    read = {s for piece in option.move for s in needs(option.nodes, piece.statement)}
    return later.isdisjoint(read - own)


def _stands(piece: Piece) -> bool:
    """Whether it is code that keeps its place; what is said of nodes comes behind these."""
    statement = piece.statement
    is_code = isinstance(statement, Plain) and not statement.wiring
    return is_code or isinstance(statement, Enter) or bool(piece.within)


def _used(statement: Statement) -> set[Symbol]:
    if isinstance(statement, Plain) and not statement.wiring:
        return set(statement.uses)
    return set(statement.uses) if isinstance(statement, Enter) else set()
