"""Variables that a loop fills: lists, dicts, chains of nodes, counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..generator.calls import call, node
from ..generator.expressions import argument, formatted, is_number, is_text, number
from ..generator.values import NODE, NUMBER, Form, Holds, Value, nodes
from ..generator.values import plain as plain_list
from ..generator.wiring import Wiring


@dataclass(frozen=True)
class Accumulator:
    """A variable, its value before the loop, and what each pass does to it."""

    name: str
    value: Value
    step: Callable[[Wiring], None]


def accumulators(w: Wiring) -> list[Accumulator]:
    """One or two, started in `w`."""
    made = [w.pick(_KINDS)(w) for _ in range(w.pick((1, 1, 2)))]
    return [one for one in made if one is not None]


def _list(w: Wiring) -> Accumulator:
    name = w.bind_fresh(w.pick(("models", "scores", "nodes")), nodes())
    w.write(f"{name} = []")
    form = w.pick(
        (
            *("{0}.append({1})", "{0}.append({1})", "{0}.append({1})", "{0} += [{1}]"),
            *("{0}.insert(0, {1})", "{0}.extend([{1}, {2}])", "{0} = [*{0}, {1}]"),
            *("{0} = {0} + [{1}]", "{0}.extend([{2}][:1])", "{0}.append({1}.set_name({3}))"),
        )
    )

    def step(inner: Wiring) -> None:
        made, _ = call(inner)
        inner.write(form.format(name, made, node(inner), formatted(inner)))

    return Accumulator(name, nodes(), step)


def _dict(w: Wiring) -> Accumulator:
    value = nodes(form=Form.DICT)
    name = w.bind_fresh(w.pick(("named", "by_name")), value)
    w.write(f"{name} = {w.pick(('{}', 'dict()'))}")
    form = w.pick(
        (
            *("{0}[{1}] = {2}", "{0}[{1}] = {2}", "{0}.update({{{1}: {2}}})"),
            *("{0}.setdefault({1}, {2})", "{0} = {{**{0}, {1}: {2}}}", "{0}[{1}, 0] = {2}"),
        )
    )
    return Accumulator(
        name, value, lambda inner: inner.write(form.format(name, _key(inner), call(inner)[0]))
    )


def _groups(w: Wiring) -> Accumulator:
    value = Value(Form.DICT, (), Holds.MIXED)
    name = w.bind_fresh("groups", value)
    w.write(f"{name} = {{}}")
    return Accumulator(
        name,
        value,
        lambda inner: inner.write(f"{name}.setdefault({_key(inner)}, []).append({node(inner)})"),
    )


def _lists(w: Wiring) -> Accumulator:
    """A list of pairs or lists."""
    value = Value(Form.LIST, (), Holds.MIXED)
    name = w.bind_fresh("grid", value)
    w.write(f"{name} = []")
    form = w.pick(("({0}, {1})", "[{1}, {1}]", "[{1}]", "{{'name': {0}, 'node': {1}}}"))
    return Accumulator(
        name,
        value,
        lambda inner: inner.write(f"{name}.append({form.format(_key(inner), node(inner))})"),
    )


def _chain(w: Wiring) -> Accumulator:
    """A node carried from pass to pass."""
    name = w.draft.fresh(w.pick(("chain", "state")))
    w.write(f"{name} = {call(w)[0]}")
    w.values[name] = NODE
    form = w.pick(("{0} = add({0}, {1})", "{0} = pair({1}, b={0})", "{0} = gather({0}, {1})[0]"))
    form = w.pick((form, "{0} = add({0}, {1}).set_name({2})"))

    def step(inner: Wiring) -> None:
        inner.write(form.format(name, argument(inner), formatted(inner)))

    return Accumulator(name, NODE, step)


def _last(w: Wiring) -> Accumulator:
    """A node carried from pass to pass, none at first."""
    name = w.draft.fresh("last")
    w.write(f"{name} = None")
    form = w.pick(
        (
            "{0} = {1} if {0} is None else add({0}, {1})",
            "if {0} is None:\n    {0} = {1}\nelse:\n    {0} = add({1}, {0})",
            "{0} = add({1}, {0})",
        )
    )
    w.values[name] = NODE
    return Accumulator(name, NODE, lambda inner: inner.write(form.format(name, call(inner)[0])))


def _count(w: Wiring) -> Accumulator:
    name = w.bind_fresh("count", NUMBER)
    w.write(f"{name} = {w.count(0, 3)}")
    form = w.pick(("{} += {}", "{} -= {}", "{0} = {0} * 2 + {1}", "{0} += 1"))
    return Accumulator(name, NUMBER, lambda inner: inner.write(form.format(name, number(inner))))


def _labels(w: Wiring) -> Accumulator:
    name = w.bind_fresh("labels", plain_list())
    w.write(f"{name} = []")
    return Accumulator(
        name, plain_list(), lambda inner: inner.write(f"{name}.append({_key(inner)})")
    )


def _key(w: Wiring) -> str:
    name = w.variable(lambda value: is_number(value) or is_text(value))
    return name if name in w.recent else formatted(w)  # type: ignore[return-value]


_KINDS = (
    _list,
    _list,
    _list,
    _dict,
    _dict,
    _groups,
    _lists,
    _chain,
    _chain,
    _last,
    _count,
    _labels,
)
