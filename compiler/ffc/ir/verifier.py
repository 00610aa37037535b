"""What holds of every program: a stage that breaks it has a bug, and no driver is written."""

from __future__ import annotations

from collections.abc import Iterator

from .fragment import holds_ref
from .node import NodeKind
from .program import Program
from .statement import Create, Equip, Plain


class InvalidProgram(Exception):
    """A bug in the stage or pass that made the program."""


def verify(program: Program, earlier: Program | None = None) -> Program:
    """The program itself. Raises `InvalidProgram`, saying all that is wrong with it.

    What it shares with an `earlier` one, which was verified, is not looked at again.
    """
    new_nodes = earlier is None or program.nodes is not earlier.nodes
    new_statements = earlier is None or program.statements is not earlier.statements
    new_schedules = earlier is None or program.schedules is not earlier.schedules
    problems: list[str] = []
    if new_nodes:
        problems += _nodes(program)
    if new_nodes or new_statements:
        problems += _statements(program)
    if new_nodes or new_statements or new_schedules:
        problems += _schedules(program)
    if problems:
        raise InvalidProgram("; ".join(problems))
    return program


def _nodes(program: Program) -> Iterator[str]:
    for index, node in enumerate(program.nodes):
        if node.id != index:
            yield f"node {node.id} is at {index}"
        if any(not 0 <= parent < node.id for parent in node.parents):
            yield f"node {node.id} takes a node that is made later"
        if (node.kind is NodeKind.CALL) != (node.actor is not None and node.method is not None):
            yield f"node {node.id} is a {node.kind.value} with a wrong actor"
        if any(len({len(row) for row in seeds.rows}) != 1 for seeds in node.seeds):
            yield f"node {node.id} stands for some that have more seeds than others"


def _statements(program: Program) -> Iterator[str]:
    made = [s.node for s in program.statements if isinstance(s, Create)]
    if len(set(made)) != len(made) or not set(made).issubset(range(len(program.nodes))):
        yield "nodes are made twice, or are not there"
    for index, statement in enumerate(program.statements):
        if isinstance(statement, Plain):
            if not statement.wiring and holds_ref(statement.code):
                yield f"statement {index} stays code and holds a node"
            if any(not 0 <= run < len(program.runs) for run in statement.code.runs):
                yield f"statement {index} uses a run that is not there"
        elif isinstance(statement, Equip) and not set(made).issuperset(statement.nodes):
            yield f"statement {index} gives a plugin to a node that nothing makes"


def _schedules(program: Program) -> Iterator[str]:
    made = {s.node for s in program.statements if isinstance(s, Create)}
    earlier: set[int] = set()
    for schedule in program.schedules:
        seen: set[int] = set()
        for submission in schedule.submissions:
            node = program.nodes[submission.node]
            there = node.is_lasting and node.id in earlier
            if not (there or seen.issuperset(ref.node for ref in node.inputs)):
                yield f"run {schedule.run} submits node {submission.node} before what it takes"
            if submission.node not in made:
                yield f"run {schedule.run} submits node {submission.node}, which nothing makes"
            # One that lasts may be made for a later pass.
            if submission.after >= schedule.statement and not node.is_lasting:
                yield f"run {schedule.run} submits node {submission.node} behind itself"
            seen.add(submission.node)
        earlier |= seen
