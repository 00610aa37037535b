"""Calls that make nodes: of tasks, of methods, and of functions of the app."""

from __future__ import annotations

from . import tasks
from .draft import Function
from .expressions import argument, is_list_of_nodes, key, number, text
from .tasks import Task
from .values import Form, Holds, Value
from .wiring import Wiring


def call(w: Wiring) -> tuple[str, Value]:
    """A call that makes a node."""
    owner = w.variable(lambda value: value.form is Form.OBJECT)
    if owner and w.chance(3):
        name = w.pick(tuple(tasks.METHODS))
        task = tasks.METHODS[name]
        return f"{owner}.{name}({arguments(w, task)})", Value(Form.NODE, task.items)
    name = w.pick(tuple(tasks.FUNCTIONS))
    task = tasks.FUNCTIONS[name]
    if task.is_star:
        inner, count = _gathered(w)
        return f"{name}({inner})", Value(Form.NODE, (*range(count + 1), -1))
    return f"{name}({arguments(w, task)})", Value(Form.NODE, task.items)


def node(w: Wiring) -> str:
    """A node: a variable, an item of a container, or a call."""
    name = w.variable(lambda value: value.is_node)
    holder = w.variable(lambda value: value.holds is Holds.NODES and bool(value.keys))
    if holder and w.chance(4):
        return f"{holder}[{key(w.pick(w.values[holder].keys))}]"
    return name if name and not w.chance(4) else call(w)[0]


def arguments(w: Wiring, task: Task) -> str:
    """Arguments for a task: by position, by name, out of a container."""
    by_name = w.chance(4)
    given = []
    for name in task.required:
        named = by_name and name not in task.by_place
        given.append(f"{name}={argument(w)}" if named else argument(w))
    for name in task.optional:
        if w.chance(2):
            by_name = by_name or name in task.by_name or w.chance(2)
            given.append(f"{name}={argument(w)}" if by_name else argument(w))
        else:
            by_name = True
    parts = [one.partition("=") for one in given]
    if given and all(equals and name.isidentifier() for name, equals, _ in parts) and w.chance(3):
        w.used["double-star arguments"] += 1
        return f"**{{{', '.join(f'{name!r}: {code}' for name, _, code in parts)}}}"
    return ", ".join(given)


def _gathered(w: Wiring) -> tuple[str, int]:
    """Any number of arguments, or all that a container holds; and at least how many these are."""
    held = w.variable(lambda value: value.form in (Form.LIST, Form.TUPLE, Form.DICT))
    if held and w.chance(3):
        w.used["star arguments"] += 1
        value = w.values[held]
        if value.form is Form.DICT and value.holds is not Holds.PLAIN and w.chance(2):
            return f"*{held}.values()", 0
        sliced = "[:2]" if value.is_sequence and w.chance(4) else ""
        return f"*{held}{sliced}", 0
    parts = [argument(w) for _ in range(w.count(1, 3))]
    if w.chance(5):
        parts[-1] = f"extra={parts[-1]}"
    return ", ".join(parts), len(parts)


def call_function(w: Wiring, function: Function) -> str:
    """A call of a function of the app's own."""
    given: list[str] = []
    named: list[str] = []
    for parameter in function.parameters:
        name, _, takes = parameter.rpartition(":")
        if takes.endswith("=") and w.chance(2):
            continue
        if takes.startswith("*"):
            given += [wanted(w, takes[1:]) for _ in range(w.count(0, 2))]
            continue
        code = wanted(w, takes.rstrip("="))
        (named if name else given).append(f"{name}={code}" if name else code)
    return f"{function.name}({', '.join([*given, *named])})"


def wanted(w: Wiring, takes: str) -> str:
    """An argument of the kind that a parameter takes."""
    match takes:
        case "node":
            return node(w)
        case "number":
            return number(w)
        case "text":
            return text(w)
        case "nodes":
            held = w.variable(lambda value: is_list_of_nodes(value) and bool(value.keys))
            return held or f"[{node(w)}, {node(w)}]"
    return argument(w)
