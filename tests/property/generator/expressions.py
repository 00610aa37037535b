"""Expressions of wiring: constants, variables and their items, arguments, names, conditions."""

from __future__ import annotations

from typing import Final

from .values import Form, Holds, Value
from .wiring import Wiring

CONSTANTS: Final = ("0", "7", "-2", "True", "None", '"it\'s"', "(1, 2)", "[3]", '{"k": [4]}')
WORDS: Final = ("red", "blue", "moons", "it's", "a/b", "x y")
_NAMES: Final = ("load", "a/b", 'say "hi"', "it's {odd}", "two\nlines", "ünï %s", "back\\slash")
_DEEPEST: Final = 2


def is_plain(value: Value) -> bool:
    return value.is_plain


def is_number(value: Value) -> bool:
    return value.form is Form.NUMBER


def is_text(value: Value) -> bool:
    return value.form is Form.TEXT


def is_list_of_nodes(value: Value) -> bool:
    return value.is_sequence and value.holds is Holds.NODES


def is_dict_of_nodes(value: Value) -> bool:
    return value.form is Form.DICT and value.holds is Holds.NODES


def with_item(w: Wiring, name: str) -> str:
    """The variable, or often an item of it."""
    keys = w.values[name].keys
    return f"{name}[{key(w.pick(keys))}]" if keys and w.chance(2) else name


def key(one: object) -> str:
    return ", ".join(map(repr, one)) if isinstance(one, tuple) and len(one) > 1 else repr(one)


def plain(w: Wiring) -> str:
    """An ordinary value."""
    name = w.variable(is_plain)
    return with_item(w, name) if name and not w.chance(4) else w.pick(CONSTANTS)


def number(w: Wiring) -> str:
    """A whole number."""
    name = w.variable(is_number)
    sized = w.variable(lambda value: value.form in (Form.LIST, Form.TUPLE, Form.DICT, Form.TEXT))
    if name is None or w.chance(4):
        return f"len({sized})" if sized and w.chance(2) else str(w.count(0, 9))
    forms = ("{0}", "{0}", "{0} + {1}", "{0} * {1} - 1", "({0} + {1}) % 5", "-{0}", "{0} // 2")
    return w.pick(forms).format(name, w.count(1, 9))


def text(w: Wiring) -> str:
    """A string."""
    name = w.variable(is_text)
    if name is None or w.chance(4):
        return formatted(w) if w.chance(2) else repr(w.pick(WORDS))
    forms = ("{}", "{}", "{}.upper()", '{}.replace("e", "3")', "{}[:3]", '"-".join([{}, "z"])')
    return w.pick((*forms, '"<%s>" % {}')).format(name)


def formatted(w: Wiring) -> str:
    """An f-string of what is known here, or of what there is."""
    shown = [name for name in w.recent if is_number(w.values.get(name, Value()))]
    shown += [name for name in w.recent if is_text(w.values.get(name, Value()))]
    if not shown:
        shown = [w.variable(lambda value: is_number(value) or is_text(value)) or "SHIFT"]
    chosen = w.rng.sample(shown, min(len(shown), w.count(1, 2)))
    holes = "-".join(w.pick(("{%s}", "{%s}", "{%s!r}", "{%s:>4}")) % name for name in chosen)
    return f'f"{w.pick(("model", "run", "it{{s}}", "a b"))} {holes}"'


def node_name(w: Wiring) -> str:
    """An expression for the name of a node."""
    if w.recent:
        return formatted(w)
    name = f"{w.pick(_NAMES)} {w.draft.fresh('name').removeprefix('name') or 1}"
    w.node_names.append(name)
    return repr(name)


def condition(w: Wiring) -> str:
    """Something true or false that needs no node."""
    numeric, texts = w.variable(is_number), w.variable(is_text)
    forms = ["{} == 1", "{} % 2 == 0", "{} % 2", "0 < {} < 3", "{} in (0, 2, 3)", "not {}"]
    if texts and (numeric is None or w.chance(3)):
        numeric = texts
        forms = ['{} == "red"', '{}.startswith("b")', "len({}) > 3", '"o" in {}', "{} < 'm'"]
    name = numeric or w.variable(is_plain)
    if name is None or w.chance(6):
        return f"{number(w)} > {w.count(0, 4)}"
    if not numeric:
        forms = ["{}", "{} is None", "isinstance({}, (list, tuple))", "len(str({})) % 2 == 1"]
    chosen = w.pick(forms).format(name)
    return f"{chosen} {w.pick(('and', 'or'))} {condition(w)}" if w.chance(8) else chosen


def argument(w: Wiring) -> str:
    """What a node may get."""
    w.nesting += 1
    try:
        return _argument(w)
    finally:
        w.nesting -= 1


def _argument(w: Wiring) -> str:
    kind = w.weighed(
        {"constant": 2, "variable": 8, "number": 2, "text": 1, "container": 1, "other": 2}
    )
    if kind == "other" and w.nesting <= _DEEPEST:
        form = w.weighed({form: form.weight for form in w.draft.arguments})
        written = form.write(w)
        if written is not None:
            w.used[form.name] += 1
            return written
    if kind == "container" and w.nesting <= _DEEPEST:
        return container(w)[0]
    if kind == "number":
        return number(w)
    if kind == "text":
        return text(w)
    name = w.variable(lambda value: value.is_argument)
    return with_item(w, name) if name and kind != "constant" else w.pick(CONSTANTS)


def container(w: Wiring) -> tuple[str, Value]:
    """A list, tuple or dict of arguments."""
    parts = [argument(w) for _ in range(w.count(1, 3))]
    form = w.pick((Form.LIST, Form.LIST, Form.TUPLE, Form.DICT))
    if form is Form.DICT:
        keys = [f"k{index}" for index in range(len(parts))]
        items = (f'"{name}": {part}' for name, part in zip(keys, parts, strict=True))
        return f"{{{', '.join(items)}}}", Value(form, tuple(keys), Holds.MIXED)
    inner = ", ".join(parts)
    value = Value(form, tuple(range(len(parts))), Holds.MIXED)
    return (f"[{inner}]" if form is Form.LIST else f"({inner},)"), value
