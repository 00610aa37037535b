"""Functions in the wiring itself: lambdas, nested functions, functions as values."""

from __future__ import annotations

from ..generator.calls import call
from ..generator.draft import Argument, Construct, Function
from ..generator.expressions import argument, formatted, is_list_of_nodes, number
from ..generator.values import NODE, NUMBER, Form, nodes, plain
from ..generator.wiring import Wiring, indented
from .iterables import iteration


def nested_function(w: Wiring) -> None:
    """A function that uses variables of the wiring around it."""
    if w.is_deep:
        return
    name = w.draft.fresh("local")
    captured = w.variable(lambda value: value.is_argument)
    inner = w.inner({"given": NODE, "amount": NUMBER}, list(w.values))
    inner.in_loop, inner.in_function = False, True
    if w.chance(2):
        inner.statement()
    code = f"add({argument(inner)}, {captured or 1})" if w.chance(2) else call(inner)[0]
    w.write(f"def {name}(given, amount={number(w)}):", *indented([*inner.lines, f"return {code}"]))
    w.functions[name] = Function(name, (":node", "amount:number="), (NODE,))
    w.assign(NODE, f"{name}({argument(w)})")


def lambda_(w: Wiring) -> None:
    inner = w.inner({"given": NODE, "k": NUMBER})
    name = w.draft.fresh("make")
    code = call(inner)[0]
    if w.chance(3):
        code += f".set_name({formatted(inner)})"
    w.write(f"{name} = lambda given, k={w.count(1, 9)}: {code}")
    w.functions[name] = Function(name, (":any", "k:number="), (NODE,))
    w.assign(NODE, f"{name}({argument(w)})")


def factory(w: Wiring) -> None:
    """A function that gives a function."""
    name, made = w.draft.fresh("maker"), w.draft.fresh("made_by")
    body = w.pick(
        (
            "    def inner(value):\n        return add(value, given)\n\n    return inner",
            "    return lambda value: pair(given, value)",
            "    def inner(value, times=given):\n        nonlocal given\n"
            "        given = add(given, times)\n"
            "        return add(value, given)\n\n    return inner",
        )
    )
    if w.draft.define(f"def {name}(given):\n{body}"):
        w.write(f"{made} = {name}({argument(w)})")
        w.functions[made] = Function(made, (":any",), (NODE,))
        for _ in range(w.count(1, 2)):
            w.assign(NODE, f"{made}({argument(w)})")


def counter(w: Wiring) -> None:
    """A closure that counts."""
    name = w.draft.fresh("counted")
    source = f"""
def {name}(start):
    count = start

    def following(step=1):
        nonlocal count
        count += step
        return count

    return following"""
    if w.draft.define(source.strip()):
        following = w.draft.fresh("following")
        w.write(f"{following} = {name}({number(w)})")
        w.assign(NODE, f"add({following}(), {following}({number(w)}))")


def in_a_list(w: Wiring) -> None:
    """Functions made in a loop: one that keeps the value of its pass, one that does not."""
    if w.is_deep:
        return
    name, given = w.draft.fresh("makers"), iteration(w)
    variable = w.pick(list(given.variables))
    keeps = w.chance(2)
    default = f", {variable}={variable}" if keeps else ""
    made = f"[lambda value{default}: add(value, {variable}) for {given.target} in {given.source}]"
    w.write(f"{name} = {made}")
    form = w.pick(("[maker({1}) for maker in {0}]", "[{0}[0]({1}), {0}[-1]({1})]"))
    w.assign(nodes(), form.format(name, argument(w)))


def mapped(w: Wiring) -> None:
    """`map` and the like with functions that make nodes."""
    held = w.variable(is_list_of_nodes)
    source = held if held and w.chance(2) else w.pick(("range(3)", "'ab'", "[4, 5]"))
    forms = (
        "list(map(add, {0}))",
        "list(map(lambda one: add(one, {1}), {0}))",
        "[*map(pair, {0}, range(4))]",
        "dict(zip('xyz', map(show, {0})))",
    )
    code = w.pick(forms).format(source, argument(w))
    w.assign(nodes(form=Form.DICT if code.startswith("dict") else Form.LIST), code)


def chosen_task(w: Wiring) -> None:
    """Tasks as values: in a list, in a dict, in a variable."""
    form = w.pick(
        (
            "[function({0}, {1}) for function in (add, pair, gather)]",
            "[TASKS[name]({0}) for name, TASKS in [('a', {{'a': add}}), ('b', {{'b': pair}})]]",
            "[(add if index else pair)({0}, index) for index in range(2)]",
            "[made({0}).set_name(name) for name, made in {{'p q': pair, 's': show}}.items()]",
        )
    )
    w.assign(nodes(), form.format(argument(w), argument(w)))


def sorted_by(w: Wiring) -> None:
    """Nodes in the order of their names; rows in that of a key."""
    held = w.variable(is_list_of_nodes)
    if held and w.chance(2):
        w.assign(nodes(), f"sorted({held}, key=lambda one: one.name)")
    else:
        rows = "[('b', 2), ('a', 3), ('c', 1)]"
        key = w.pick(
            ("lambda row: row[1]", "lambda row: -row[1]", "lambda row: row[0], reverse=True")
        )
        w.assign(plain(0, 1, 2), f"sorted({rows}, key={key})")


def called_at_once(w: Wiring) -> str:
    inner = w.inner({"given": NODE})
    return f"(lambda given: {call(inner)[0]})({argument(w)})"


STATEMENTS = (
    Construct("a nested function", nested_function, 2),
    Construct("lambda", lambda_, 2),
    Construct("a function that gives a function", factory, 2, at_top=True),
    Construct("a closure that counts", counter, 1, at_top=True),
    Construct("functions in a list", in_a_list, 1),
    Construct("map", mapped, 2),
    Construct("tasks as values", chosen_task, 2),
    Construct("sorted by a key", sorted_by, 1),
)
ARGUMENTS = (Argument("lambda called at once", called_at_once),)
