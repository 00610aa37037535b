"""A choice between tasks that the driver decides: each call of what it gives makes the choice.

solve = slow if solver is None else fast         is_slow = solver is None
node = solve(matrix)                         →   if is_slow:
                                                     node = slow.remote(matrix)
                                                 else:
                                                     node = fast.remote(matrix)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import libcst as cst

from ...ir import DefinitionKind, Effect, Symbol, SymbolUse, join, text
from ..effects import effect_of
from ..frame import Binding, Frame
from ..keep import keep_value, keep_wiring
from ..machine import Machine
from ..values import RESIDUAL, Evaluated, FunctionValue, NodeValue, RefValue, TaskValue, Value


@dataclass(frozen=True)
class TaskChoice:
    """Which of two tasks is called: `one` if the variable `test` holds.

    `calls` are what stands for each call; their names have the `number` of the choice.
    """

    test: Symbol
    one: TaskValue
    other: TaskValue
    number: int
    calls: dict[int, cst.IfExp] = field(default_factory=dict)


def are_tasks(machine: Machine, values: tuple[Value, ...]) -> bool:
    """Whether all values are tasks, and none is a class node."""
    found = [machine.record.definition(v.definition) for v in values if isinstance(v, TaskValue)]
    kinds = [None if one is None else one.kind for one in found]
    return len(found) == len(values) and DefinitionKind.ACTOR not in kinds


def chosen_task(
    machine: Machine, node: cst.IfExp, one: TaskValue, other: TaskValue, frame: Frame
) -> Value:
    """A function that calls `one` if the test, which is evaluated here, holds, else `other`."""
    number = machine.record.next_order()
    test = Symbol(f"is_{one.definition.name}", -10_000 - number)
    code = machine.code(node.test, frame)
    if not isinstance(node.test, (cst.Comparison, cst.UnaryOperation)):
        # What it holds may change later.
        hidden = frame.lookup("bool") is not None
        words = ("(", ") and True or False") if hidden else ("bool(", ")")
        code = join(text(words[0]), code, text(words[1]))
    given = Evaluated(RESIDUAL, code, machine.span(node.test))
    keep_value(machine, frame, test, given, effect=effect_of(node.test, machine, frame))
    choice = TaskChoice(test, one, other, number)
    starred = [cst.Arg(cst.Name("given"), star="*"), cst.Arg(cst.Name("options"), star="**")]
    inner = Frame(machine.record.new_scope(), machine.trail, outer=frame)
    inner.parsed, inner.package = frame.parsed, frame.package
    parameters = cst.Parameters(
        star_arg=cst.Param(cst.Name("given")), star_kwarg=cst.Param(cst.Name("options"))
    )
    function = cst.Lambda(parameters, _call_of(machine, choice, starred, node, inner))
    made = machine.evaluate(machine.stand_in(function, node), inner)
    if isinstance(made, FunctionValue):
        machine.choices[made.definition] = choice
    return made


def call_chosen(machine: Machine, choice: TaskChoice, node: cst.Call, frame: Frame) -> Value:
    """A call of the function: one of the tasks is called, with the arguments as written."""
    arguments = [_once(machine, choice, number, arg, frame) for number, arg in enumerate(node.args)]
    stands = _call_of(machine, choice, arguments, node, frame)
    if machine.hinted == id(node):
        machine.hinted = id(stands)
    value = machine.evaluate(stands, frame)
    for kept in (frame.replaced, frame.made):
        if id(stands) in kept:
            kept[id(node)] = kept[id(stands)]
    frame.effects[id(node)] = Effect.NONE
    return value


def _once(machine: Machine, choice: TaskChoice, number: int, arg: cst.Arg, frame: Frame) -> cst.Arg:
    """The argument; nodes that it makes are made before the choice, and have a variable."""
    if arg.star or isinstance(arg.value, cst.Name) or not machine.touches(arg.value, frame):
        return arg
    given = machine.evaluated(arg.value, frame)
    if not isinstance(given.value, (NodeValue, RefValue)):
        return arg
    symbol = Symbol("given", -10_000 - machine.record.next_order())
    name = f"_given_{choice.number}_{number}"
    code = join(SymbolUse(symbol), text(" = "), given.as_written, text("\n"))
    keep_wiring(machine, code, (symbol,), (), given.span)
    frame.set(name, Binding(symbol, given.value, given.code, source=join(SymbolUse(symbol))))
    return arg.with_changes(value=machine.stand_in(cst.Name(name), arg))


def _call_of(
    machine: Machine,
    choice: TaskChoice,
    arguments: Sequence[cst.Arg],
    place: cst.CSTNode,
    frame: Frame,
) -> cst.IfExp:
    """`one(arguments) if test else other(arguments)`: the same piece of syntax in each pass."""
    names = [f"_{name}_{choice.number}" for name in ("test", "one", "other")]
    frame.hold(names[0], choice.test, RESIDUAL)
    frame.hold(names[1], choice.one.definition, choice.one)
    frame.hold(names[2], choice.other.definition, choice.other)
    if id(place) not in choice.calls:
        test, one, other = (machine.stand_in(cst.Name(name), place) for name in names)
        body = machine.stand_in(cst.Call(one, arguments), place)
        orelse = machine.stand_in(cst.Call(other, arguments), place)
        choice.calls[id(place)] = machine.stand_in(cst.IfExp(test, body, orelse), place)
    return choice.calls[id(place)]
