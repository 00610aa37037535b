"""What nothing needs any longer where a run has made its nodes anew."""

from __future__ import annotations

from dataclasses import replace

from ...ir import Configure, Enter, Open, Plain, Program, Run, Statement
from ...ir.groups import Groups
from ..parting import bound_by
from ..pieces import Piece, needs
from .nodes import is_shared, running_by


def in_vain(program: Program, chosen: list[int], index: int) -> set[int]:
    """The statements of blocks whose nodes no other run needs: only the copy is there then."""
    groups = Groups(program)
    needed = {
        groups.of(groups.created[node])
        for i, one in enumerate(program.statements)
        if isinstance(one, Run) and i != index
        for node in running_by(program, groups, i, one)
    }
    needed |= _read_elsewhere(program, groups, chosen, index)
    inside = {i for i in chosen if groups.of(i) is not None and groups.of(i) not in needed}
    rest = [one for i, one in enumerate(program.statements) if i not in inside]
    read = {symbol for one in rest for symbol in needs(program, one)}
    by_code = {s for one in rest if _is_code(one) for s in needs(program, one)}
    plain = [one for i in inside if isinstance(one := program.statements[i], Plain)]
    is_read = any(
        not (by_code if one.wiring else read).isdisjoint((*one.defines, *one.changes))
        for one in plain
    )
    return set() if is_read else inside


def _is_code(statement: Statement) -> bool:
    """Whether it is code of the app, which reads variables as they are there."""
    return isinstance(statement, Enter) or (isinstance(statement, Plain) and not statement.wiring)


def _read_elsewhere(
    program: Program, groups: Groups, chosen: list[int], index: int
) -> set[int | None]:
    """The blocks that make no nodes, and fill variables which others than the run read."""
    run = program.statements[index]
    assert isinstance(run, Run)
    own = Open(run.flow) if not is_shared(program, run) else None
    left = set(range(len(program.statements))).difference(chosen)
    others = [program.statements[i] for i in sorted(left) if program.statements[i] != own]
    read = {symbol for one in others for symbol in needs(program, one)}
    makes = {groups.of(created) for created in groups.created.values()}
    return {
        groups.of(i)
        for i in chosen
        if groups.of(i) not in makes and not read.isdisjoint(bound_by(program.statements[i]))
    }


def without_options(piece: Piece, gone: set[int]) -> list[Piece]:
    """The statement without options for nodes that are not there any longer."""
    statement = piece.statement
    if not isinstance(statement, Configure) or gone.isdisjoint(
        (*statement.nodes, *statement.maybe)
    ):
        return [piece]
    nodes = tuple(node for node in statement.nodes if node not in gone)
    maybe = tuple(node for node in statement.maybe if node not in gone)
    left = replace(piece, statement=replace(statement, nodes=nodes, maybe=maybe))
    return [left] if nodes or maybe else []
