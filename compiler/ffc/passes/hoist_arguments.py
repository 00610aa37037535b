"""Computes an argument where the app does, if what happens before the run could change it.

    a = f(int(os.environ["N"]))          n = int(os.environ["N"])
    prepare()                      →     prepare()
    flow.run()                           a = f.remote(n)

Nodes are submitted behind all statements with effects that come before their run (they may write
the files that a task reads), but Python has evaluated their arguments by then.
"""

from __future__ import annotations

from dataclasses import replace

from ..ir import Argument, Create, Effect, Node, Plain, Program, Statement, Symbol, join, text
from ..ir.fragment import SymbolUse
from ..ir.schedule import Schedule, Submission


def hoist_arguments(program: Program) -> Program:
    hoisted: dict[tuple[int, int], Plain] = {}
    for schedule in program.schedules:
        for submission in schedule.submissions:
            for position, argument in enumerate(submission.arguments):
                if _must_move(program, schedule, submission, argument):
                    key = (submission.node, position)
                    hoisted.setdefault(key, _statement(program, submission, position, len(hoisted)))
    if not hoisted:
        return program
    return _inserted(program, hoisted)


def _must_move(
    program: Program, schedule: Schedule, submission: Submission, argument: Argument
) -> bool:
    if any(argument.value.refs):
        return False
    created = _created(program, submission.node)
    symbols = set(argument.value.symbols)
    for statement in program.statements[created : schedule.statement]:
        if not isinstance(statement, Plain):
            continue
        if symbols.intersection(statement.defines) - set(_changed_only(statement)):
            return True
        if argument.computed and statement.effect is Effect.ANY:
            return True
    return False


def _changed_only(statement: Plain) -> tuple[Symbol, ...]:
    """A container that is changed in place is passed as it is at the run, as in Python."""
    return tuple(symbol for symbol in statement.defines if symbol in statement.uses)


def _created(program: Program, node: int) -> int:
    return next(
        index
        for index, statement in enumerate(program.statements)
        if isinstance(statement, Create) and statement.node == node
    )


def _statement(program: Program, submission: Submission, position: int, number: int) -> Plain:
    argument = submission.arguments[position]
    name = _parameter(program, program.nodes[submission.node], position, argument)
    symbol = Symbol(name, scope=-100 - number)
    return Plain(
        code=join(SymbolUse(symbol), text(" = "), argument.value, text("\n")),
        defines=(symbol,),
        uses=tuple(argument.value.symbols),
        effect=Effect.ANY if argument.computed else Effect.NONE,
        span=argument.span,
        order=0,
    )


def _parameter(program: Program, node: Node, position: int, argument: Argument) -> str:
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
    """The program with the statements put in, and everything that counts statements moved on."""
    statements: list[Statement] = []
    moved: list[int] = []
    for statement in program.statements:
        if isinstance(statement, Create):
            statements += (s for (node, _), s in hoisted.items() if node == statement.node)
        moved.append(len(statements))
        statements.append(statement)
    schedules = tuple(
        replace(
            schedule,
            statement=moved[schedule.statement],
            submissions=tuple(_moved(one, moved, hoisted) for one in schedule.submissions),
        )
        for schedule in program.schedules
    )
    return replace(program, statements=tuple(statements), schedules=schedules)


def _moved(
    submission: Submission, moved: list[int], hoisted: dict[tuple[int, int], Plain]
) -> Submission:
    arguments = list(submission.arguments)
    for (node, position), statement in hoisted.items():
        if node == submission.node:
            name = join(SymbolUse(statement.defines[0]))
            arguments[position] = replace(arguments[position], value=name, computed=False)
    return replace(submission, arguments=tuple(arguments), after=moved[submission.after])
