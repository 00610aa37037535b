"""Ordinary computing in the wiring: builtins, methods of strings and sets, pure functions."""

from __future__ import annotations

from typing import Final

from ..generator.draft import Argument, Construct
from ..generator.expressions import (
    WORDS,
    argument,
    condition,
    is_list_of_nodes,
    is_number,
    is_text,
    number,
    text,
)
from ..generator.values import NODE, NUMBER, TEXT, nodes, plain
from ..generator.wiring import Wiring

_NUMBERS: Final = (
    "sum(range({}))",
    "max({}, {}, 2)",
    "min([{}, {}])",
    "abs({} - {})",
    "divmod({}, 3)[1]",
    "int(round({} / 3))",
    "sum(value * value for value in range({} % 4))",
    "int('{}'.zfill(3))",
    "len(list(filter(None, [{}, {}, 0])))",
    "({} ^ {}) & 7",
    "int(any(value > 2 for value in ({}, {})))",
    "1 if isinstance({}, int) else 0",
)
_TEXTS: Final = (
    "{}.title()",
    "'-'.join(reversed({}))",
    "{}.partition('e')[0] or 'none'",
    "{}.replace(' ', '_').lower()",
    "''.join(sorted(set({})))",
    "{}.removeprefix('re')",
    "'{{}}: {{}}'.format({}, {})",
    "{}.center(7, '*').strip()",
    "' '.join(part.capitalize() for part in {}.split('o'))",
    "{}[::-1] + {}[:1]",
    "str({}).join(['<', '>'])",
)
_LISTS: Final = (
    "sorted({{{}, {}}} | {{'blue'}})",
    "sorted(set([{}, {}]) - {{'red'}})",
    "[{}, {}] * 2",
    "list(zip([{}, {}], range(2)))",
    "[*map(str.upper, [{}, {}])]",
    "sorted([{}, {}], key=len, reverse=True)",
    "list(dict.fromkeys([{}, {}, 'red']))",
    "list(enumerate(({}, {})))",
)


def computed_number(w: Wiring) -> None:
    w.assign(NUMBER, _filled(w.pick(_NUMBERS), w, number, "0123456789"))


def _filled(form: str, w: Wiring, part: object, digits: str = "") -> str:
    """A form with expressions in its holes; in a string, with a digit."""
    assert callable(part)
    if "'{}'" in form:
        return form.format(w.pick(digits))
    return form.format(*(f"({part(w)})" for _ in range(3)))


def computed_text(w: Wiring) -> None:
    w.assign(TEXT, _filled(w.pick(_TEXTS), w, text))


def computed_list(w: Wiring) -> None:
    w.assign(plain(0), _filled(w.pick(_LISTS), w, text))


def pure_function(w: Wiring) -> None:
    """A function without nodes, used for names and arguments."""
    name = w.draft.fresh("label_of")
    source = f"""
def {name}(kind, size=1, *, mark="-"):
    parts = []
    for index in range(size % 4):
        if index == 2:
            continue
        parts.append(f"{{kind}}{{index}}")
    return mark.join(parts) or "none\""""
    if w.draft.define(source.strip()):
        called = f"{name}({text(w)}, {number(w)}{w.pick(('', ', mark=chr(43)'))})"
        w.assign(NODE, f"add({argument(w)}).set_name({called})")
        w.assign(nodes(), f"[add(size).set_name({name}('m', size)) for size in range(3)]")


def seen(w: Wiring) -> None:
    """A set of the names that there were."""
    names, made = w.draft.fresh("names"), w.bind_fresh("unique", nodes())
    words = [w.pick(WORDS) for _ in range(w.count(2, 4))]
    again = w.pick(("continue", "break"))
    w.write(
        f"{names}, {made} = set(), []",
        f"for word in {words!r}:",
        f"    if word in {names}:",
        f"        {again}",
        f"    {names}.add(word)",
        f"    {made}.append(add(word, len({names})).set_name(word))",
    )
    w.write(f"print(sorted({names}), len({made}))")


def options_of(w: Wiring) -> None:
    """A dict that becomes keyword arguments."""
    name = w.draft.fresh("options")
    w.write(f"{name} = {{'b': {argument(w)}}}")
    forms = (
        "add({1}, **{0})",
        "pair(a={1}, **{0})",
        "gather(*[{1}], **{0})",
        "add(**{{'a': {1}, **{0}}})",
        "gather({1}, **{0}, c=1)",
    )
    w.assign(NODE, w.pick(forms).format(name, argument(w)))
    if w.chance(2):
        rows = [{"a": w.count(0, 9), "b": w.count(0, 9)} for _ in range(w.count(1, 3))]
        w.assign(nodes(), f"[{w.pick(('add', 'pair'))}(**row) for row in {rows}]")


def walrus_condition(w: Wiring) -> None:
    """A variable bound in a condition."""
    if w.is_deep:
        return
    name = w.draft.fresh("size")
    head = w.pick(("if ({} := {}) > 1:", "if ({} := {}) % 2 or {}:"))

    def body(inner: Wiring) -> None:
        inner.assign(NODE, f"add({name}, {argument(inner)})")

    code = head.format(name, number(w), condition(w))
    w.block(code, body, variables={name: NUMBER})
    if w.chance(2):
        w.assign(NODE, f"add({name})")


def items_in_a_loop(w: Wiring) -> None:
    """Items of a node by a loop's variable."""
    name = w.variable(lambda value: value.is_node and len(value.keys) > 1)
    if name:
        keys = [key for key in w.values[name].keys if key != -1]
        code = f"add({name}[key], {argument(w)})"
        if w.chance(2):
            w.assign(nodes(), f"[{code} for key in {keys!r}]")
        else:
            made = w.bind_fresh("parts", nodes())
            w.write(f"{made} = []", f"for key in {keys!r}:", f"    {made}.append({code})")


def asked_of_nodes(w: Wiring) -> None:
    """What can be asked of nodes and their containers without a value."""
    name = w.variable(lambda value: value.is_node)
    held = w.variable(lambda value: is_list_of_nodes(value) and bool(value.keys))
    if held:
        forms = ("len({0})", "{0}.index({0}[-1])", "{0}.count({0}[0])", "int({0}[0] in {0})")
        w.assign(NUMBER, w.pick(forms).format(held))
    elif name:
        w.assign(TEXT, w.pick(("{}.name", "{}.get_name()", "{}.name.upper()")).format(name))


def _pure(w: Wiring) -> str | None:
    name = w.variable(lambda value: is_number(value) or is_text(value))
    return name and w.pick(("str({})", "[{0}, {0}]", "({0},) * 2", "{{{0}: 1}}")).format(name)


STATEMENTS = (
    Construct("a computed number", computed_number),
    Construct("a computed string", computed_text),
    Construct("a computed list", computed_list),
    Construct("a pure function", pure_function, 1, at_top=True),
    Construct("a set of names", seen, 1),
    Construct("a dict as keyword arguments", options_of, 2),
    Construct("walrus in a condition", walrus_condition),
    Construct("items by a loop's variable", items_in_a_loop, 2),
    Construct("names and lengths", asked_of_nodes),
)
ARGUMENTS = (Argument("a pure expression", _pure),)
