"""What only the running app knows: values, conditions, and statements that stay as they are."""

from __future__ import annotations

from typing import Final

from ..generator.calls import call, node
from ..generator.draft import Construct
from ..generator.expressions import condition, is_number, plain
from ..generator.values import NODE, NUMBER, OTHER, TEXT
from ..generator.values import plain as plain_list
from ..generator.wiring import Wiring
from .blocks import statements

_VALUES: Final = {
    "len(str({}))": NUMBER,
    "str({})[:9]": TEXT,
    "[{}, 1]": plain_list(0, 1),
    '{{"k": {}}}': plain_list("k"),
    'f"{{{}!r}}"': TEXT,
    "sorted([len(str({})), 2])": plain_list(0, 1),
    "mix({})": NUMBER,
    "mix({}) % 4": NUMBER,
    "{0} if len(str({0})) > 3 else None": OTHER,
    "[str(part) for part in ({}, 1)]": plain_list(0, 1),
    "repr({})": TEXT,
}
_SHOWN: Final = (
    "print({})",
    'print("so far", {}, sep=": ")',
    "if {0}:\n    print({0})",
    "for index in range(2):\n    print(index, {})",
)
_OUTSIDE: Final = (
    'os.environ.get("FFC_NOT_SET", "2")',
    'int(os.environ.get("FFC_NOT_SET", 2))',
    "json.loads('[3, 1, 2]')",
    "int('3')",
    'sorted(json.loads(\'["b", "a"]\'))',
    "len(sys.argv)",
)
_FORMS: Final = (TEXT, NUMBER, plain_list(0, 1, 2), NUMBER, plain_list(0, 1), NUMBER)


def computed(w: Wiring) -> None:
    code = w.pick(tuple(_VALUES))
    w.assign(_VALUES[code], code.format(plain(w)))


def from_outside(w: Wiring) -> None:
    index = w.rng.randrange(len(_OUTSIDE))
    load_modules(w)
    w.assign(_FORMS[index], _OUTSIDE[index])


def load_modules(w: Wiring) -> None:
    for module in ("json", "os", "sys"):
        w.draft.load(f"import {module}")


def show(w: Wiring) -> None:
    w.write(w.pick(_SHOWN).format(plain(w)))


def branch(w: Wiring) -> None:
    """A condition around wiring: known or not, as its variables are."""
    if w.is_deep:
        return
    head = f"if {hidden(w) if w.chance(2) else condition(w)}:"
    if w.chance(2):
        either(w, head)
        return
    w.block(head, statements)
    if w.chance(3):
        w.block(f"elif {condition(w)}:", statements)
    if w.chance(2):
        w.block("else:", statements)


def either(w: Wiring, head: str) -> None:
    """One variable bound both ways."""
    one, other = call(w)[0], node(w)
    name = w.bind(NODE)
    w.write(head, f"    {name} = {one}", "else:", f"    {name} = {other}")


def hidden(w: Wiring) -> str:
    """A condition that no compiler can decide."""
    load_modules(w)
    name = w.variable(is_number) or "1"
    forms = (
        'os.environ.get("FFC_NOT_SET")',
        "int('{}') > 1",
        "len(sys.argv) == {}",
        "{} in json.loads('[1, 2]')",
    )
    form = w.pick(forms)
    return form.format(w.count(0, 2) if "int(" in form or "argv" in form else name)


def managed(w: Wiring) -> None:
    """Wiring in a `with` statement."""
    if w.is_deep:
        return
    w.draft.load("import contextlib")
    as_, variables = "", {}
    if w.chance(2):
        as_, variables = " as held", {"held": NUMBER}
    w.block(f"with contextlib.nullcontext({w.count(1, 9)}){as_}:", statements, variables=variables)


def tried(w: Wiring) -> None:
    """Wiring in a `try` statement, which may or may not raise in the end."""
    if w.is_deep:
        return
    load_modules(w)
    failing = w.pick(("int('x')", "json.loads('{')", "int('4')"))

    def body(inner: Wiring) -> None:
        statements(inner)
        if inner.chance(2):
            inner.write(f"print({failing})")

    w.block("try:", body)
    w.block("except ValueError:", statements if w.chance(2) else show)
    if w.chance(3):
        w.block("else:", show)
    if w.chance(3):
        w.block("finally:", show)


def asserted(w: Wiring) -> None:
    sized = w.variable(lambda value: value.is_sequence)
    w.write(f"assert len({sized}) >= 0" if sized else f"assert {condition(w)} or True, 'never'")


STATEMENTS = (
    Construct("a computed value", computed, 3),
    Construct("a value from outside", from_outside),
    Construct("print", show, 3),
    Construct("if", branch, 3),
    Construct("with", managed, 1),
    Construct("try", tried, 1),
    Construct("assert", asserted, 1),
)
