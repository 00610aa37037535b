"""Decides how the items of results that nodes use apart are returned.

    pair = load("a")                     points, labels = load.options(num_returns=2).remote("a")
    model = train(pair[0])         →     model = train.remote(points)
    score(model, pair[1])                score.remote(model, labels)

A function all of whose returns are tuples of one length gives each item as a Ray return. Where that
is not plain to see, where the items are found by other keys, or where the whole result is used
too, a wrapper of the function returns what is used. A method cannot be wrapped from outside: small
tasks pick its items.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..ir import Callable_, Fragment, Node, NodeKind, Option, Plain, Program, Ref
from ..ir.schedule import Returning, Returns, Schedule, Submission


def split_items(program: Program) -> Program:
    schedules = tuple(_schedule(program, schedule) for schedule in program.schedules)
    return replace(program, schedules=schedules)


def _schedule(program: Program, schedule: Schedule) -> Schedule:
    used: dict[int, dict[str | None, None]] = {}
    for ref in _refs(program, schedule):
        used.setdefault(ref.node, {})[ref.key] = None
    submissions = []
    for one in schedule.submissions:
        returns = _returns(program, program.nodes[one.node], one, tuple(used.get(one.node, ())))
        if schedule.stored is not None and returns.how is Returning.PICKED:
            # The whole is what is stored, and other runs may read it.
            returns = replace(returns, how=Returning.ITEM_TASKS)
        options = tuple(o for o in one.options if o.name != "num_returns")
        same = returns == one.returns and options == one.options
        submissions.append(one if same else replace(one, returns=returns, options=options))
    return replace(schedule, submissions=tuple(submissions))


def _refs(program: Program, schedule: Schedule) -> Iterable[Ref]:
    for submission in schedule.submissions:
        for argument in submission.arguments:
            yield from argument.value.refs
    for statement in program.statements:
        if isinstance(statement, Plain) and statement.wiring:
            yield from statement.code.refs
    flow = program.flows[schedule.flow]
    for leaf in flow.written if len(flow.held) > len(flow.leaves) else ():
        yield from leaf.refs
    if any(schedule.run in code.runs for code in _codes(program)):
        yield from program.flows[schedule.flow].leaves


def _codes(program: Program) -> Iterator[Fragment]:
    """Where results of runs may stand."""
    yield from (plain.code for plain in program.plain)
    yield from (argument.value for node in program.nodes for argument in node.arguments)
    yield from (block.header for block in program.blocks if program.is_kept(block.id))


def _returns(
    program: Program, node: Node, submission: Submission, keys: tuple[str | None, ...]
) -> Returns:
    if not any(key is not None for key in keys):
        return Returns()
    indices = [_index(key) for key in keys if key is not None]
    length = _length(program, node, submission.options)
    if (
        None not in keys
        and length is not None
        and all(index is not None and -length <= index < length for index in indices)
    ):
        return Returns(Returning.NATIVE, tuple(str(index) for index in range(length)))
    ordered = tuple(sorted(keys, key=lambda key: key is not None))
    picked = node.kind is NodeKind.TASK
    return Returns(Returning.PICKED if picked else Returning.ITEM_TASKS, ordered)


def _index(key: str) -> int | None:
    try:
        value = ast.literal_eval(key)
    except ValueError:  # a slice
        return None
    return value if type(value) is int else None


def _length(program: Program, node: Node, options: tuple[Option, ...]) -> int | None:
    """How many items the result has: as the app says by `num_returns`, or as the code shows."""
    for option in options:
        if option.name == "num_returns" and type(option.known) is int and option.known > 1:
            return option.known
    definition = program.definition(node.definition)
    called: Callable_ | None = definition.call
    if node.method is not None:
        called = definition.method(node.method)
    return called.returned if called is not None else None
