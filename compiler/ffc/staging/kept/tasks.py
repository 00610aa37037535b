"""A choice between tasks that the driver decides: each call of what it gives makes the choice.

solve = slow if solver is None else fast         is_slow = solver is None
node = solve(matrix)                         →   if is_slow:
                                                     node = slow.remote(matrix)
                                                 else:
                                                     node = fast.remote(matrix)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import libcst as cst

from ...ir import DefinitionKind, Effect, Symbol, SymbolUse, join, of_block, text
from ..effects import effect_of
from ..frame import Binding, Frame
from ..keep import keep_value, keep_wiring
from ..machine import Machine
from ..values import (
    RESIDUAL,
    Evaluated,
    FunctionValue,
    Known,
    Mapping_,
    NodeValue,
    RefValue,
    Sequence_,
    TaskValue,
    Value,
)


@dataclass(frozen=True)
class TaskChoice:
    """Which of some `tasks` is called: the first if the variable `test` holds, else the second.

    With `labels`, the variable is equal to that of the task. `calls` are what stands for each call;
    their names have the `number` of the choice.
    """

    test: Symbol
    tasks: tuple[TaskValue, ...]
    number: int
    labels: tuple[str, ...] = ()
    calls: dict[int, cst.BaseExpression] = field(default_factory=dict)


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
    test = of_block(f"is_{one.definition.name}", number)
    code = machine.code(node.test, frame)
    if not isinstance(node.test, (cst.Comparison, cst.UnaryOperation)):
        # What it holds may change later.
        hidden = frame.lookup("bool") is not None
        words = ("(", ") and True or False") if hidden else ("bool(", ")")
        code = join(text(words[0]), code, text(words[1]))
    given = Evaluated(RESIDUAL, code, machine.span(node.test))
    keep_value(machine, frame, test, given, effect=effect_of(node.test, machine, frame))
    return _function(machine, node, TaskChoice(test, (one, other), number), frame)


def chosen_in_table(
    machine: Machine,
    node: cst.Subscript,
    owner: Sequence_ | Mapping_,
    tasks: Sequence[TaskValue],
    frame: Frame,
) -> Value:
    """The same for `TASKS[key]`: a table of the driver's has the names of the tasks.

    It fails as the app does where there is no such key.
    """
    number = machine.record.next_order()
    names = Counter(task.definition.name for task in dict.fromkeys(tasks))
    labels = {
        task: task.definition.name + (f" {index}" if names[task.definition.name] > 1 else "")
        for index, task in enumerate(dict.fromkeys(tasks))
    }
    span = machine.span(node)
    written = [Evaluated(Known(labels[t]), text(repr(labels[t])), span) for t in tasks]
    table = _labelled(owner, written)
    key = node.slice[0].slice
    code = join(machine.written(table), text("["), machine.code(key, frame), text("]"))
    hint = machine.hint if machine.hinted == id(node) else ""
    test = of_block(hint or "chosen", number)
    given = Evaluated(RESIDUAL, code, span)
    keep_value(machine, frame, test, given, effect=effect_of(key, machine, frame))
    choice = TaskChoice(test, tuple(labels), number, tuple(labels.values()))
    return _function(machine, node, choice, frame)


def _labelled(owner: Sequence_ | Mapping_, labels: list[Evaluated]) -> Value:
    """The table with labels in the place of its tasks."""
    if isinstance(owner, Sequence_):
        return Sequence_(labels, owner.is_list)
    entries = zip(owner.entries.items(), labels, strict=True)
    return Mapping_({python: (key, label) for (python, (key, _)), label in entries})


def _function(
    machine: Machine, node: cst.BaseExpression, choice: TaskChoice, frame: Frame
) -> Value:
    """What stands for the tasks, which is called as they are."""
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
    symbol = of_block("given", machine.record.next_order())
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
) -> cst.BaseExpression:
    """`one(arguments) if test else other(arguments)`: the same piece of syntax in each pass."""
    frame.hold(f"_test_{choice.number}", choice.test, RESIDUAL)
    for index, task in enumerate(choice.tasks):
        frame.hold(f"_task_{index}_{choice.number}", task.definition, task)
    if id(place) not in choice.calls:
        last = len(choice.tasks) - 1
        stands = _called(machine, choice, last, arguments, place)
        for index in reversed(range(last)):
            test = _test(machine, choice, index, place)
            body = _called(machine, choice, index, arguments, place)
            stands = machine.stand_in(cst.IfExp(test, body, stands), place)
        choice.calls[id(place)] = stands
    return choice.calls[id(place)]


def _test(
    machine: Machine, choice: TaskChoice, index: int, place: cst.CSTNode
) -> cst.BaseExpression:
    """Whether it is the task at `index`."""
    test = machine.stand_in(cst.Name(f"_test_{choice.number}"), place)
    if not choice.labels:
        return test
    label = machine.stand_in(cst.SimpleString(repr(choice.labels[index])), place)
    target = cst.ComparisonTarget(cst.Equal(), label)
    return machine.stand_in(cst.Comparison(test, [target]), place)


def _called(
    machine: Machine,
    choice: TaskChoice,
    index: int,
    arguments: Sequence[cst.Arg],
    place: cst.CSTNode,
) -> cst.BaseExpression:
    task = machine.stand_in(cst.Name(f"_task_{index}_{choice.number}"), place)
    return machine.stand_in(cst.Call(task, arguments), place)
