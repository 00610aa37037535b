"""Copies a variable that stands beside refs in an argument, if it is bound again before the run.

    a = score(first if fast else second)        fast_2 = fast
    fast = again()                        →     fast = again()
    flow.run()                                  a = score.remote(first if fast_2 else second)

What holds refs cannot be computed where the app does it: the nodes may be submitted later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ..ir import Argument, Effect, Part, Plain, Program, Symbol, SymbolUse, join, text
from ..ir.schedule import Schedule, Submission
from .hoisting import Changes, inserted

_Version = tuple[Symbol, int, tuple[int, ...]]  # how often it was bound by then, and where


def copy_variables(program: Program) -> Program:
    changes = Changes(program)
    first: dict[_Version, int] = {}
    found: dict[int, dict[Symbol, _Version]] = defaultdict(dict)
    for schedule in program.schedules:
        for submission in schedule.submissions:
            created = changes.created[submission.node]
            for symbol in _bound_again(program, changes, schedule, submission):
                one = symbol, changes.version(symbol, created), program.within[created]
                found[submission.node][symbol] = one
                first[one] = min(first.get(one, created), created)
    if not found:
        return program
    made: defaultdict[int, list[Plain]] = defaultdict(list)
    copies: dict[_Version, Symbol] = {}
    for number, (one, index) in enumerate(first.items()):
        copies[one] = Symbol(one[0].name, scope=-98, version=number)
        code = join(SymbolUse(copies[one]), text(" = "), SymbolUse(one[0]), text("\n"))
        span = program.nodes[next(node for node, of in found.items() if one in of.values())].span
        made[index].append(Plain(code, (copies[one],), one[:1], (), Effect.NONE, span, order=0))
    named = {node: {s: copies[one] for s, one in of.items()} for node, of in found.items()}
    schedules = tuple(
        replace(s, submissions=tuple(_with_copies(one, named) for one in s.submissions))
        for s in program.schedules
    )
    return inserted(replace(program, schedules=schedules), made)


def _bound_again(
    program: Program, changes: Changes, schedule: Schedule, submission: Submission
) -> Iterator[Symbol]:
    created = changes.created[submission.node]
    until, inside = changes.submitted(schedule, submission), bool(program.within[created])
    for argument in submission.arguments:
        for symbol in argument.value.symbols if any(argument.value.refs) else ():
            one = join(SymbolUse(symbol))
            if not changes.holds_refs(symbol) and changes.binds(created, until, one, inside):
                yield symbol


def _with_copies(
    submission: Submission, copies: Mapping[int, Mapping[Symbol, Symbol]]
) -> Submission:
    own = copies.get(submission.node)
    if own is None:
        return submission
    arguments = tuple(_with_names(argument, own) for argument in submission.arguments)
    return replace(submission, arguments=arguments)


def _with_names(argument: Argument, copies: Mapping[Symbol, Symbol]) -> Argument:
    def named(part: Part) -> Part:
        if not isinstance(part, SymbolUse):
            return part
        return SymbolUse(copies.get(part.symbol, part.symbol))

    if not any(argument.value.refs):
        return argument
    return replace(argument, value=join(*map(named, argument.value.parts)))
