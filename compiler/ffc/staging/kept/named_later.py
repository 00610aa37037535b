"""Names for nodes that are given behind the condition that chose between these.

node = quick(x) if fast else thorough(x)       name = f"model {kind}"
node.set_name(f"model {kind}")             →   if fast:
                                                   node = quick.options(name=name).remote(x)
                                               else:
                                                   node = thorough.options(name=name).remote(x)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...ir import Create, Effect, Enter, Plain, Rename, Statement, Symbol
from ..frame import Frame
from ..keep import is_computed, keep_once
from ..machine import Machine
from ..record import Record
from ..values import Evaluated, NodeValue, RefValue, Value


def chosen_of(machine: Machine, ends: Sequence[Value | None]) -> tuple[int, ...]:
    """The nodes of which a variable holds the one that was made, by what the branches bind it to.

    Nothing where a branch does not make the node that it binds.
    """
    inner = len(machine.record.path) + 1
    found: list[int] = []
    for value in ends:
        nodes = value.chosen if isinstance(value, RefValue) else ()
        if isinstance(value, NodeValue) and len(machine.record.made_in[value.node]) == inner:
            nodes = (value.node,)
        if not nodes:
            return ()
        found += nodes
    starts = {machine.record.made_in[node][: inner - 1] for node in found}
    return tuple(found) if starts == {machine.record.path} else ()


def name_chosen(
    machine: Machine,
    nodes: tuple[int, ...],
    given: Evaluated,
    known: str | None,
    effect: Effect,
    frame: Frame,
) -> bool:
    """Gives the name to each of the nodes, where it is made; False if it cannot be given there."""
    record = machine.record
    record.real()
    depth = len(record.path)
    if any(record.made_in[node][:depth] != record.path for node in nodes):
        return False
    first = record.made_in[nodes[0]][depth].block
    while (before := record.blocks[first].follows) is not None:
        first = before
    start = next(
        i for i, s in enumerate(record.statements) if isinstance(s, Enter) and s.block == first
    )
    since = record.statements[start:]
    if any(isinstance(s, Plain) and s.jumps for s in since):
        return False  # not every pass gives the name
    bound = {symbol for statement in since for symbol in _given_by(record, statement)}
    code, written = given.code, given.as_written
    if known is not None:
        written = written if bound.isdisjoint(written.symbols) else code
    else:
        calls_between = any(isinstance(s, Plain) and s.effect is Effect.ANY for s in since)
        computed = is_computed(code)
        if effect is not Effect.NONE or (computed and calls_between):
            return False
        if not bound.isdisjoint(code.symbols):
            return False
        if computed:
            code = written = keep_once(machine, frame, "name", given, always=True, effect=effect)
            record.late.append((first, record.statements.pop()))
            record.paths.pop()
    for node in nodes:
        record.rename(node, code, known, given.span, written)
        record.late.append((node, record.statements.pop()))
        record.paths.pop()
    return True


def _given_by(record: Record, statement: Statement) -> Iterator[Symbol]:
    if isinstance(statement, Enter):
        yield from record.blocks[statement.block].binds
    elif isinstance(statement, Plain):
        yield from (*statement.defines, *statement.changes, *statement.rebinds)


def put_names(record: Record) -> None:
    """Puts the names where they are given in the driver."""
    for place, statement in record.late:
        is_name = isinstance(statement, Rename)
        index = max(i for i, s in enumerate(record.statements) if _is_at(s, place, is_name))
        path = record.paths[index]
        record.put(index + 1 if is_name else index, [statement], [path])


def _is_at(statement: Statement, place: int, is_name: bool) -> bool:
    if is_name:
        return isinstance(statement, (Create, Rename)) and statement.node == place
    return isinstance(statement, Enter) and statement.block == place
