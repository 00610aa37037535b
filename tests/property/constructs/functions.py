"""Functions of the app that make nodes, and calls of them."""

from __future__ import annotations

from typing import Final

from ..generator.calls import call, call_function
from ..generator.draft import Argument, Construct, Function
from ..generator.expressions import argument, condition
from ..generator.values import NODE, NUMBER, OTHER, TEXT, Form, Value, nodes
from ..generator.wiring import Wiring, indented
from .workflows import run

# Each: how it is written, what it takes, and what its name stands for in the body.
_PARAMETERS: Final = (
    ("first", ":node", NODE),
    ("second", ":any", Value(Form.OTHER, (), nodes().holds)),
    ("parts", ":nodes", nodes()),
    ("size: int", ":number", NUMBER),
    ("label", ":text", TEXT),
    ("amount=2", "amount:number=", NUMBER),
    ('label="built"', "label:text=", TEXT),
    ("*more", ":*any", Value(Form.TUPLE, (), Value(Form.TUPLE).holds)),
    ("*more", ":*node", nodes(form=Form.TUPLE)),
    ("*, factor=3", "factor:number=", NUMBER),
    ("*, given", "given:node", NODE),
    ("**named", "extra:number", Value(Form.DICT)),
)


def helper(w: Wiring) -> None:
    """A function at the module's top level, and a call of it."""
    function = _define(w)
    if function is not None:
        w.draft.functions[function.name] = w.functions[function.name] = function
        call_helper(w, function)


def _define(w: Wiring) -> Function | None:
    chosen = _signature(w)
    variables = {_name(code): value for code, _, value in chosen}
    inner = w.function(variables)
    for _ in range(inner.count(1, 4)):
        inner.statement()
    returned, values = _returned(inner)
    name = w.draft.fresh("build")
    head = f"def {name}({', '.join(code for code, _, _ in chosen)}):"
    if w.chance(3):
        head += '\n    """Builds a part of it."""'
    source = "\n".join([head, *indented([*inner.lines, *returned])])
    takes = tuple(takes for _, takes, _ in chosen)
    return Function(name, takes, values) if w.draft.define(source) else None


def _signature(w: Wiring) -> list[tuple[str, str, Value]]:
    """Parameters with names of their own, in an order that Python takes."""
    chosen: dict[str, tuple[str, str, Value]] = {}
    for parameter in w.rng.sample(_PARAMETERS, w.count(1, 4)):
        chosen.setdefault(_name(parameter[0]), parameter)
    stars = [one for one in chosen.values() if one[0].startswith("*") and one[0][1] != "*"]
    for extra in stars[1:]:
        del chosen[_name(extra[0])]
    return sorted(chosen.values(), key=lambda one: _place(one[0]))


def _place(code: str) -> int:
    if code.startswith("**"):
        return 3
    return 2 if code.startswith("*") else int("=" in code)


def _name(code: str) -> str:
    return code.lstrip("*, ").split("=")[0].split(":")[0]


def _returned(w: Wiring) -> tuple[list[str], tuple[Value, ...]]:
    """The last statements of a function, and what they give."""
    made = w.where(lambda value: value.is_node)
    if not made or w.chance(4):
        return [f"return {call(w)[0]}"], (NODE,)
    form = w.pick(("one", "one", "tuple", "list", "dict", "early", "nothing"))
    some = w.rng.sample(made, min(len(made), w.count(1, 3)))
    inner = ", ".join(some)
    match form:
        case "tuple" if len(some) > 1:
            return [f"return {inner}"], tuple(w.values[name] for name in some)
        case "list":
            return [f"return [{inner}]"], (nodes(*range(len(some))),)
        case "dict":
            items = ", ".join(f'"{name}": {name}' for name in some)
            return [f"return {{{items}}}"], (nodes(*some, form=Form.DICT),)
        case "early":
            lines = [f"if {condition(w)}:", f"    return {call(w)[0]}", f"return {some[0]}"]
            return lines, (NODE,)
        case "nothing":
            return [], (OTHER,)
    return [f"return {some[0]}"], (w.values[some[0]],)


def call_helper(w: Wiring, function: Function | None = None) -> None:
    """A call of a function that was defined before."""
    if function is None:
        if not w.functions:
            return
        function = w.pick(list(w.functions.values()))
    code = call_function(w, function)
    w.write(f"{', '.join(w.bind_all(function.returns))} = {code}")


def stage(w: Wiring) -> None:
    """A part of the app in a function: it makes nodes, runs them, and gives the results."""
    inner = w.function({"given": OTHER})
    for _ in range(inner.count(1, 4)):
        inner.statement()
    run(inner)
    plain = inner.where(lambda value: value.is_plain and value is not NUMBER)
    inner.write(f"return {inner.pick(plain)}" if plain and w.chance(2) else "return given")
    name = w.draft.fresh("stage")
    if w.draft.define("\n".join([f"def {name}(given=0):", *indented(inner.lines)])):
        function = Function(name, (":number",), (OTHER,))
        w.draft.functions[name] = w.functions[name] = function
        result = w.assign(OTHER, f"{name}({argument_plain(w)})")
        if w.chance(2):
            w.write(f"print({name}({result}))")


def argument_plain(w: Wiring) -> str:
    return w.variable(lambda value: value.is_plain) or str(w.count(0, 9))


def recursion(w: Wiring) -> None:
    """A function that calls itself: a tree of nodes, or a chain of them."""
    name = w.draft.fresh(w.pick(("tree", "chain")))
    if w.chance(2):
        source = f"""
def {name}(parts, depth=0):
    if len(parts) == 1:
        return parts[0]
    middle = len(parts) // 2
    left, right = {name}(parts[:middle], depth + 1), {name}(parts[middle:], depth=depth + 1)
    return add(left, right).set_name(f"sum {{depth}} of {{len(parts)}}")"""
        takes = ":nodes"
    else:
        source = f"""
def {name}(value, count=3):
    return value if count <= 0 else {name}(pair(value, count)[1], count - 1)"""
        takes = ":node"
    if w.draft.define(source.strip()):
        function = Function(name, (takes,), (NODE,))
        w.draft.functions[name] = w.functions[name] = function
        call_helper(w, function)


def _called(w: Wiring) -> str | None:
    usable = [
        one for one in w.functions.values() if len(one.returns) == 1 and one.returns[0].is_node
    ]
    return call_function(w, w.pick(usable)) if usable and w.nesting < 2 else None


def mutable_default(w: Wiring) -> None:
    """A list that all calls share."""
    name = w.draft.fresh("remember")
    source = (
        f"def {name}(value, seen=[]):\n    seen.append(value)\n    return add(value, len(seen))"
    )
    if w.draft.define(source):
        for _ in range(2):
            w.assign(NODE, f"{name}({argument(w)})")


def global_count(w: Wiring) -> None:
    """A function that changes a variable of the module."""
    name, count = w.draft.fresh("numbered"), w.draft.fresh("made")
    source = f"{count} = 0\n\n\ndef {name}(value):\n    global {count}\n    {count} += 1\n"
    source += f'    return add(value, {count}).set_name(f"number {{{count}}}")'
    if w.draft.define(source):
        for _ in range(2):
            w.assign(NODE, f"{name}({argument(w)})")
        if w.chance(2):
            w.write(f"print({count})")


STATEMENTS = (
    Construct("a function that makes nodes", helper, 5, at_top=True),
    Construct("a call of a function", call_helper, 6),
    Construct("a function that runs a workflow", stage, 2, at_top=True),
    Construct("recursion", recursion, 2, at_top=True),
    Construct("a mutable default", mutable_default, 1, at_top=True),
    Construct("a global variable changed", global_count, 1, at_top=True),
)
ARGUMENTS = (Argument("a function's node as an argument", _called, 2),)
