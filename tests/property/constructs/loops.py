"""Loops, and what they fill."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..generator.calls import call
from ..generator.draft import Construct
from ..generator.expressions import condition, is_number, node_name
from ..generator.values import NUMBER, Form, Holds
from ..generator.wiring import Wiring
from .accumulators import Accumulator, accumulators
from .iterables import iteration


def for_loop(w: Wiring) -> None:
    """A loop that fills something."""
    if w.is_deep:
        return
    filled = accumulators(w)
    given = iteration(w)
    w.block(
        f"for {given.target} in {given.source}:",
        _body(filled),
        variables=given.variables,
        in_loop=True,
        kept=[given.keeps, *(one.name for one in filled)],
    )
    _behind(w)


def nested(w: Wiring) -> None:
    """A grid: a loop in a loop."""
    if w.depth > 1:
        return
    filled = accumulators(w)
    given = iteration(w)

    def outer(inner: Wiring) -> None:
        if inner.chance(2):
            named_node(inner)
        again = iteration(inner)
        kept = [again.keeps, *(one.name for one in filled)]
        head = f"for {again.target} in {again.source}:"
        inner.block(head, _body(filled), variables=again.variables, in_loop=True, kept=kept)
        if inner.chance(4):
            leave(inner)

    w.block(
        f"for {given.target} in {given.source}:",
        outer,
        variables=given.variables,
        in_loop=True,
        kept=[given.keeps, *(one.name for one in filled)],
    )
    _behind(w)


def plain_loop(w: Wiring) -> None:
    """A loop with nothing to fill: what it carries is the variables of the wiring."""
    if w.is_deep:
        return
    given = iteration(w)

    def body(inner: Wiring) -> None:
        for _ in range(inner.count(1, 3)):
            inner.statement()

    head = f"for {given.target} in {given.source}:"
    w.block(head, body, variables=given.variables, in_loop=True, kept=[given.keeps])
    _behind(w)


def while_loop(w: Wiring) -> None:
    """A loop that counts by itself, or goes on as long as a list holds something."""
    if w.is_deep:
        return
    filled = accumulators(w)
    counter = w.bind_fresh("step", NUMBER)
    limit = str(w.count(1, 4))
    bound = w.variable(is_number)
    if bound and w.chance(3):
        limit = f"{bound} % 4"
    w.write(f"{counter} = 0")
    body = _body(filled)

    def counting(inner: Wiring) -> None:
        inner.write(f"{counter} += 1")
        body(inner)

    head = w.pick((f"while {counter} < {limit}:", f"while not {counter} >= {limit}:"))
    if w.chance(4):
        head = "while True:"

        def counting(inner: Wiring) -> None:
            inner.write(f"{counter} += 1", f"if {counter} > {limit}:", "    break")
            body(inner)

    kept = [counter, bound or "", *(one.name for one in filled)]
    w.block(head, counting, variables={counter: NUMBER}, in_loop=True, kept=kept)
    _behind(w)


def queue(w: Wiring) -> None:
    """Two nodes of a list become one, until one is left."""
    name = w.variable(lambda value: value.is_sequence and value.holds is Holds.NODES)
    if name is None:
        return
    left = w.bind_fresh("left", w.values[name])
    end = w.pick(("0", "-1", ""))
    w.write(
        f"{left} = list({name})",
        f"while len({left}) > 1:",
        f"    {left}.append(add({left}.pop({end}), {left}.pop(0)))",
    )


def _body(filled: Sequence[Accumulator]) -> Callable[[Wiring], None]:
    def body(inner: Wiring) -> None:
        for one in filled:
            inner.values[one.name] = one.value
        # What is still to grow must not be given to a node.
        growing = [one.name for one in filled if one.value.form in (Form.LIST, Form.DICT)]
        hidden = {name: inner.values.pop(name) for name in growing}
        if inner.chance(3):
            leave(inner)
        for _ in range(inner.pick((0, 0, 1, 2))):
            inner.statement()
        if inner.chance(2):
            named_node(inner)
        for one in filled:
            if inner.chance(6) and not inner.is_deep:
                inner.block(f"if {condition(inner)}:", one.step)
            else:
                one.step(inner)
        if inner.chance(8):
            leave(inner)
        inner.values.update(hidden)

    return body


def leave(w: Wiring) -> None:
    """A way out of this pass, or of the loop."""
    if w.in_loop:
        w.used["break or continue"] += 1
        w.write(f"if {condition(w)}:", f"    {w.pick(('break', 'continue'))}")


def named_node(w: Wiring) -> None:
    code, value = call(w)
    w.assign(value, f"{code}.set_name({node_name(w)})")


def _behind(w: Wiring) -> None:
    if w.chance(6):
        w.used["loop with else"] += 1
        w.block("else:", lambda inner: inner.statement())


STATEMENTS = (
    Construct("for", for_loop, 6),
    Construct("nested for", nested, 3),
    Construct("for over carried variables", plain_loop, 2),
    Construct("while", while_loop, 2),
    Construct("while over a queue", queue, 1),
    Construct("break or continue", leave, 1),
)
