"""Computes an argument where the app does, if what happens before the run could change it.

    a = f(int(os.environ["N"]))          n = int(os.environ["N"])
    prepare()                      →     prepare()
    flow.run()                           a = f.remote(n)

Nodes are submitted behind all statements with effects that come before their run (they may write
the files that a task reads), but Python has evaluated their arguments by then.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace

from ..ir import (
    Argument,
    Create,
    Effect,
    Enter,
    Node,
    Plain,
    Program,
    Statement,
    Symbol,
    join,
    text,
)
from ..ir.fragment import SymbolUse
from ..ir.groups import Groups
from ..ir.literal import literal
from ..ir.schedule import Submission


def hoist_arguments(program: Program) -> Program:
    changes, groups = Changes(program), Groups(program)
    hoisted: dict[tuple[int, int], Plain] = {}
    runs = Counter(s.node for schedule in program.schedules for s in schedule.submissions)
    for schedule in program.schedules:
        for submission in schedule.submissions:
            for position, argument in enumerate(submission.arguments):
                created = changes.created[submission.node]
                inside = program.within[created]  # it is submitted where the app makes it
                submitted = submission.after if inside else schedule.statement
                if inside and submitted > groups.end(created):
                    submitted = created  # the block as a whole has moved
                again = not inside and runs[submission.node] > 1 and _calls(argument)
                if again or changes.between(created, submitted, argument, bool(inside)):
                    key = (submission.node, position)
                    made = _statement(program, submission, position, len(hoisted))
                    hoisted.setdefault(key, made)
    return _inserted(program, hoisted) if hoisted else program


class Changes:
    """Where variables are bound, and where anything may change: indices of statements."""

    def __init__(self, program: Program) -> None:
        self.created: dict[int, int] = {}
        self._bound: defaultdict[Symbol, list[int]] = defaultdict(list)
        self._changed: defaultdict[Symbol, list[int]] = defaultdict(list)
        self._effects: list[int] = []
        self._wiring: set[int] = set()
        for index, statement in enumerate(program.statements):
            if isinstance(statement, Create):
                self.created[statement.node] = index
            if isinstance(statement, Enter):
                for symbol in program.blocks[statement.block].binds:
                    self._bound[symbol].append(index)
            if not isinstance(statement, Plain):
                continue
            # A container that is changed in place is passed as it is at the run, as in Python.
            for symbol in statement.changes:
                self._changed[symbol].append(index)
            for symbol in (*statement.defines, *statement.rebinds):
                self._bound[symbol].append(index)
            if statement.wiring:
                self._wiring.add(index)
            if statement.effect is Effect.ANY:
                self._effects.append(index)

    def between(self, start: int, end: int, argument: Argument, inside: bool) -> bool:
        """Whether the value of the argument may change between two statements.

        Inside of a block, what binds variables to refs stands behind the nodes.
        """
        if any(argument.value.refs):
            return False
        for symbol in argument.value.symbols:
            bound = [i for i in self._bound[symbol] if not (inside and i in self._wiring)]
            if _any_between(bound, start, end):
                return True
        is_constant = literal(argument.known) is not None and not any(argument.value.symbols)
        if not argument.computed or is_constant:
            return False
        changes = [self._effects, *(self._changed[s] for s in argument.value.symbols)]
        return any(_any_between(indices, start, end) for indices in changes)


def _any_between(indices: list[int], start: int, end: int) -> bool:
    position = bisect(indices, start)
    return position < len(indices) and indices[position] < end


def _calls(argument: Argument) -> bool:
    """Whether the code calls something, which the app does once, however often the node runs."""
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


def _inserted(program: Program, hoisted: dict[tuple[int, int], Plain]) -> Program:
    made = {s.node: i for i, s in enumerate(program.statements) if isinstance(s, Create)}
    places: defaultdict[int, list[Plain]] = defaultdict(list)
    for (node, _), statement in hoisted.items():
        places[made[node]].append(statement)
    schedules = tuple(
        replace(schedule, submissions=tuple(_taking(one, hoisted) for one in schedule.submissions))
        for schedule in program.schedules
    )
    return inserted(replace(program, schedules=schedules), places)


def inserted(program: Program, places: Mapping[int, list[Plain]]) -> Program:
    """The program with statements put in before others, and all that counts statements moved on."""
    statements: list[Statement] = []
    moved: list[int] = []
    old: list[int] = []
    for index, statement in enumerate(program.statements):
        statements += places.get(index, ())
        moved.append(len(statements))
        statements.append(statement)
        old += [index] * (len(statements) - len(old))
    schedules = tuple(
        replace(
            schedule,
            statement=moved[schedule.statement],
            submissions=tuple(replace(s, after=moved[s.after]) for s in schedule.submissions),
        )
        for schedule in program.schedules
    )
    return replace(
        program,
        statements=tuple(statements),
        paths=tuple(program.paths[index] for index in old),
        within=tuple(program.within[index] for index in old),
        schedules=schedules,
    )


def _taking(submission: Submission, hoisted: dict[tuple[int, int], Plain]) -> Submission:
    arguments = list(submission.arguments)
    for (node, position), statement in hoisted.items():
        if node == submission.node:
            name = join(SymbolUse(statement.defines[0]))
            arguments[position] = replace(arguments[position], value=name, computed=False)
    return replace(submission, arguments=tuple(arguments))
