"""Nodes one by one: made, named, renamed, passed on."""

from __future__ import annotations

from ..generator import tasks
from ..generator.calls import arguments, call, node
from ..generator.draft import Argument, Construct
from ..generator.expressions import (
    CONSTANTS,
    argument,
    condition,
    container,
    is_list_of_nodes,
    node_name,
    number,
)
from ..generator.values import NODE, NUMBER, OTHER, Form, Value, nodes
from ..generator.wiring import Wiring


def one(w: Wiring) -> None:
    code, value = call(w)
    if w.chance(3):
        code += f".set_name({node_name(w)})"
    w.assign(value, code)


def two(w: Wiring) -> None:
    (first, value), (second, other) = call(w), call(w)
    w.write(f"{', '.join(w.bind_all([value, other]))} = {first}, {second}")


def construct(w: Wiring) -> None:
    code = f"Counter({arguments(w, tasks.CONSTRUCTOR)})"
    if w.chance(3):
        code += f".set_name({node_name(w)})"
    name = w.bind(Value(Form.OBJECT, owner="Counter"))
    w.write(f"{name} = {code}")
    if w.chance(2):
        w.write(f"{name}.add({argument(w)})")


def rename(w: Wiring) -> None:
    name = w.variable(lambda value: value.is_node or value.form is Form.OBJECT)
    if name:
        w.write(f"{name}.set_name({node_name(w)})")


def constant(w: Wiring) -> None:
    code = w.pick(CONSTANTS)
    w.assign(NUMBER if code.lstrip("-").isdigit() else OTHER, code)


def alias(w: Wiring) -> None:
    names = list(w.values)
    if names:
        name = w.pick(names)
        w.assign(w.values[name], name)


def held(w: Wiring) -> None:
    code, value = container(w)
    w.assign(value, code)


def chained(w: Wiring) -> None:
    code, value = call(w)
    first, second = w.bind_all([value, value])
    w.write(f"{first} = {second} = {code}")


def swapped(w: Wiring) -> None:
    names = [name for name in w.where(lambda value: value.is_node) if name not in w.kept]
    if len(names) > 1:
        first, second = w.rng.sample(names, 2)
        w.write(f"{first}, {second} = {second}, {first}")
        w.values[first], w.values[second] = w.values[second], w.values[first]


def starred(w: Wiring) -> None:
    """One element, and a list of the others."""
    held = w.variable(lambda value: is_list_of_nodes(value) and bool(value.keys))
    code = held or f"{node(w)}, {node(w)}, {node(w)}"
    first, rest = w.bind_all([NODE, nodes()])
    w.write(w.pick((f"{first}, *{rest} = {code}", f"*{rest}, {first} = {code}")))


def chosen(w: Wiring) -> None:
    code = f"{node(w)} if {condition(w)} else {node(w)}"
    w.assign(NODE, code)


def counted(w: Wiring) -> None:
    names = [n for n in w.where(lambda value: value.form is Form.NUMBER) if n not in w.kept]
    if names:
        w.write(f"{w.pick(names)} {w.pick(('+=', '-=', '*='))} {number(w)}")


def comment(w: Wiring) -> None:
    w.write(w.pick(("# What comes next.", "", "pass  # nothing")))


def _inline(w: Wiring) -> str:
    return call(w)[0]


def _conditional(w: Wiring) -> str:
    return f"({argument(w)} if {condition(w)} else {argument(w)})"


def _walrus(w: Wiring) -> str | None:
    if w.depth or w.nesting > 1:  # in a lambda or a comprehension it would bind another variable
        return None
    code, value = call(w)
    return f"({w.bind(value)} := {code})"


STATEMENTS = (
    Construct("a node", one, 8),
    Construct("two nodes at once", two),
    Construct("an object of a decorated class", construct, 1),
    Construct("a name for a node", rename, 1),
    Construct("a constant", constant),
    Construct("another name for a value", alias, 1),
    Construct("a container of arguments", held),
    Construct("chained assignment", chained, 1),
    Construct("swapped variables", swapped, 1),
    Construct("starred unpacking", starred, 1),
    Construct("conditional expression of nodes", chosen, 1),
    Construct("augmented number", counted, 1),
    Construct("a comment", comment, 1),
)
ARGUMENTS = (
    Argument("a call inside a call", _inline, 4),
    Argument("conditional expression", _conditional),
    Argument("walrus", _walrus),
)
