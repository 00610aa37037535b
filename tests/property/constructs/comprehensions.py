"""Comprehensions: of nodes, of ordinary values, and where they are used."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ..generator.calls import call, node
from ..generator.draft import Argument, Construct
from ..generator.expressions import condition, formatted, is_number, is_text
from ..generator.values import Form, Value, nodes, plain
from ..generator.wiring import Wiring
from .iterables import iteration

_ORDINARY: Final = ("len(str({}))", "({}, 1)", "str({})[:5]", "[{}]", "mix({}) % 7")


def of_nodes(w: Wiring) -> None:
    code = _clauses(w, lambda inner: call(inner)[0])
    form = w.pick(
        (
            "[{}]",
            "[{}]",
            "[{}]",
            "list({})",
            "tuple({})",
            "[*({})]",
            "sum(([part] for part in [{}]), [])",
        )
    )
    w.assign(nodes(), form.format(code))


def named(w: Wiring) -> None:
    code = _clauses(w, lambda inner: f"{call(inner)[0]}.set_name({formatted(inner)})")
    w.assign(nodes(), f"[{code}]")


def mapping(w: Wiring) -> None:
    code = _clauses(w, lambda inner: f"{_key(inner)}: {call(inner)[0]}")
    form = "{" + code + "}"
    if w.chance(4):
        form = f"dict({_clauses(w, lambda inner: f'({_key(inner)}, {node(inner)})')})"
    w.assign(nodes(form=Form.DICT), form)


def nested(w: Wiring) -> None:
    """A comprehension in another one."""

    def inside(inner: Wiring) -> str:
        return f"[{_clauses(inner, lambda most: call(most)[0])}]"

    w.assign(Value(Form.LIST, (), nodes().holds), f"[{_clauses(w, inside)}]")


def flat(w: Wiring) -> None:
    """Two `for` in one comprehension."""
    first = iteration(w)
    inner = w.inner(first.variables, [first.keeps])
    second = iteration(inner)
    most = inner.inner(second.variables, [second.keeps])
    code = f"{call(most)[0]} for {first.target} in {first.source}"
    if w.chance(4):
        code += f" if {condition(inner)}"
    code += f" for {second.target} in {second.source}"
    w.assign(nodes(), f"[{code}]")


def ordinary(w: Wiring) -> None:
    code = _clauses(w, _value)
    form = w.pick(
        ("[{}]", "[{}]", "sorted({{{}}}, key=str)", "list({})", "max([{}], key=str, default=0)")
    )
    w.assign(plain(), form.format(code))


def set_of_names(w: Wiring) -> None:
    code = _clauses(w, formatted)
    w.assign(plain(), f"sorted({{{code}}})")


def picked(w: Wiring) -> None:
    """Some of the nodes of a list, or something of each."""
    name = w.variable(lambda value: value.is_sequence and value.holds is nodes().holds)
    if name:
        forms = (
            "[one for index, one in enumerate({0}) if index % 2 == 0]",
            "[add(one, index) for index, one in enumerate({0})]",
            "[pair(one)[0] for one in {0}]",
            "[add(*both) for both in zip({0}, {0}[1:])]",
            "[one for one in {0} if one is not {0}[0]]",
            "{{one.name[:4]: one for one in {0}}}",
        )
        code = w.pick(forms).format(name)
        w.assign(nodes(form=Form.DICT if code[0] == "{" else Form.LIST), code)


def _clauses(w: Wiring, element: Callable[[Wiring], str]) -> str:
    """What stands between the brackets."""
    given = iteration(w)
    inner = w.inner(given.variables, [given.keeps])
    code = f"{element(inner)} for {given.target} in {given.source}"
    return f"{code} if {condition(inner)}" if w.chance(4) else code


def _key(w: Wiring) -> str:
    name = w.variable(lambda value: is_number(value) or is_text(value))
    return name if name is not None and name in w.recent else formatted(w)


def _value(w: Wiring) -> str:
    name = w.variable(lambda value: value.is_plain) or "SHIFT"
    return w.pick(_ORDINARY).format(name)


def _generated(w: Wiring) -> str | None:
    if w.is_deep or w.nesting > 1:
        return None
    code = _clauses(w, lambda inner: call(inner)[0])
    return w.pick(("[{}]", "list({})", "tuple({})")).format(code)


def _ordinary(w: Wiring) -> str | None:
    return f"[{_clauses(w, _value)}]" if w.nesting < 2 else None


STATEMENTS = (
    Construct("list comprehension of nodes", of_nodes, 4),
    Construct("list comprehension of named nodes", named, 2),
    Construct("dict comprehension of nodes", mapping, 3),
    Construct("nested comprehension", nested, 1),
    Construct("comprehension with two for", flat, 2),
    Construct("comprehension of ordinary values", ordinary, 2),
    Construct("set comprehension", set_of_names, 1),
    Construct("comprehension over nodes", picked, 2),
)
ARGUMENTS = (
    Argument("comprehension as an argument", _generated, 2),
    Argument("comprehension of ordinary values as an argument", _ordinary),
)
