"""Computes an argument where the app does, if what happens before the run could change it.

    a = f(int(os.environ["N"]))          n = int(os.environ["N"])
    prepare()                      →     prepare()
    flow.run()                           a = f.remote(n)

Nodes are submitted behind all statements with effects that come before their run (they may write
the files that a task reads), but Python has evaluated their arguments by then.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace

from ..ir import Argument, Effect, Node, Plain, Program, Symbol, join, text
from ..ir.fragment import SymbolUse
from ..ir.literal import literal
from ..ir.schedule import Submission
from .hoisting import Changes, inserted


def hoist_arguments(program: Program) -> Program:
    changes = Changes(program)
    hoisted: dict[tuple[int, int], Plain] = {}
    runs = Counter(s.node for schedule in program.schedules for s in schedule.submissions)
    for schedule in program.schedules:
        for submission in schedule.submissions:
            if program.nodes[submission.node].is_lasting:
                continue  # it stands where the app makes it
            created = changes.created[submission.node]
            submitted = changes.submitted(schedule, submission)
            inside = bool(program.within[created])
            for position, argument in enumerate(submission.arguments):
                again = not inside and runs[submission.node] > 1 and _calls(argument)
                again = again and not _holds_refs(argument)
                if again or _may_change(changes, (created, submitted), argument, inside):
                    key = (submission.node, position)
                    made = _statement(program, submission, position, len(hoisted))
                    hoisted.setdefault(key, made)
    if not hoisted:
        return program
    by_node: defaultdict[int, list[Plain]] = defaultdict(list)
    for (node, _), made in hoisted.items():
        by_node[changes.created[node]].append(made)
    schedules = tuple(
        replace(s, submissions=tuple(_with_names(one, hoisted) for one in s.submissions))
        for s in program.schedules
    )
    return inserted(replace(program, schedules=schedules), by_node)


def _may_change(
    changes: Changes, between: tuple[int, int], argument: Argument, inside: bool
) -> bool:
    """Whether the value of the argument may change between two statements."""
    if _holds_refs(argument):
        return False
    if changes.binds(*between, argument.value, inside):
        return True
    is_constant = literal(argument.known) is not None and not any(argument.value.symbols)
    if not argument.computed or is_constant:
        return False
    if any(map(changes.holds_refs, argument.value.symbols)):  # `nodes[0]`, once `nodes` is filled
        return False
    return changes.touches(*between, argument.value)


def _holds_refs(argument: Argument) -> bool:
    """Whether it can be computed only where refs are there."""
    return any(argument.value.refs) or any(argument.value.helpers)


def _calls(argument: Argument) -> bool:
    """Whether the code calls something, which the app does once, however often the node runs.

    What names nodes is written anew for those of each run.
    """
    if any(argument.value.refs):
        return False
    parts = (part if isinstance(part, str) else "x" for part in argument.value.parts)
    return re.search(r"[\w\])]\(", "".join(parts)) is not None


def _statement(program: Program, submission: Submission, position: int, number: int) -> Plain:
    argument = submission.arguments[position]
    name = parameter_name(program, program.nodes[submission.node], position, argument)
    symbol = Symbol(name, scope=-100 - number)
    may_act = argument.has_effects or not any(program.within)  # which is not asked without blocks
    return Plain(
        code=join(SymbolUse(symbol), text(" = "), argument.value, text("\n")),
        defines=(symbol,),
        uses=tuple(argument.value.symbols),
        changes=(),
        effect=Effect.ANY if argument.computed and may_act else Effect.NONE,
        span=argument.span,
        order=0,
    )


def parameter_name(program: Program, node: Node, position: int, argument: Argument) -> str:
    """What the app calls the value: the name of the parameter."""
    if argument.keyword is not None:
        return argument.keyword
    definition = program.definition(node.definition)
    found = definition.method(node.method) if node.method else definition.call
    parameters = found.parameters if found is not None else None
    if parameters and position < len(parameters):
        return parameters[position].name
    return "argument"


def _with_names(submission: Submission, hoisted: dict[tuple[int, int], Plain]) -> Submission:
    arguments = list(submission.arguments)
    for position, argument in enumerate(arguments):
        statement = hoisted.get((submission.node, position))
        if statement is not None:
            name = join(SymbolUse(statement.defines[0]))
            arguments[position] = replace(argument, value=name, computed=False)
    return replace(submission, arguments=tuple(arguments))
