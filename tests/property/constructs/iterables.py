"""What loops and comprehensions go over, and what their variables then stand for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from ..generator.expressions import WORDS, is_dict_of_nodes, is_number
from ..generator.values import NODE, NUMBER, OTHER, TEXT, Form, Holds, Value
from ..generator.wiring import Wiring
from .residual import load_modules

_LOOP_NAMES: Final = ("i", "j", "k", "name", "rate", "x", "item", "row", "key", "part", "value")
_KNOWN: Final = replace(NUMBER, is_known=True)


@dataclass(frozen=True)
class Iteration:
    """`for {target} in {source}`; `keeps` is the variable that must not change meanwhile."""

    target: str
    source: str
    variables: dict[str, Value]
    keeps: str = ""


def iteration(w: Wiring) -> Iteration:
    """Something to go over, as the variables at hand allow."""
    while True:
        found = w.weighed(_KINDS)(w)
        if found is not None:
            return _wrapped(w, found) if w.chance(5) else found


def _names(w: Wiring, *values: Value) -> dict[str, Value]:
    free = [name for name in _LOOP_NAMES if name not in w.kept]
    if len(free) < len(values):  # in loops inside of loops
        free = [name for n in range(99) if (name := f"turn{n}") not in w.kept]
    return dict(zip(w.rng.sample(free, len(values)), values, strict=True))


def _one(w: Wiring, source: str, value: Value, keeps: str = "") -> Iteration:
    variables = _names(w, value)
    return Iteration(*variables, source, variables, keeps)


def _several(w: Wiring, source: str, *values: Value, keeps: str = "") -> Iteration:
    variables = _names(w, *values)
    return Iteration(", ".join(variables), source, variables, keeps)


def _range(w: Wiring) -> Iteration:
    forms = ("range({})", "range(1, {} + 1)", "range({}, 0, -1)", "range(0, 2 * {}, 2)")
    return _one(w, w.pick(forms).format(w.count(1, 4)), _KNOWN)


def _range_of(w: Wiring) -> Iteration | None:
    name = w.variable(is_number)
    return name and _one(w, f"range({name} % {w.count(2, 4)})", NUMBER)  # type: ignore[return-value]


def _words(w: Wiring) -> Iteration:
    words = w.rng.sample(WORDS, w.count(1, 3))
    forms = (f"{words!r}", f"{(*words,)!r}", f"sorted({words!r})", f"{' '.join(words)!r}.split()")
    return _one(w, w.pick(forms), TEXT)


def _numbers(w: Wiring) -> Iteration:
    numbers = [w.count(-2, 9) for _ in range(w.count(1, 4))]
    forms = (f"{numbers}", f"{(*numbers,)}", f"sorted({numbers})", f"sorted(set({numbers}))")
    return _one(w, w.pick((*forms, f"reversed({numbers})")), _KNOWN)


def _rows(w: Wiring) -> Iteration:
    rows = [(word, w.count(0, 9)) for word in w.rng.sample(WORDS, w.count(1, 4))]
    if w.chance(3):
        return _several(w, f"{dict(rows)!r}.items()", TEXT, _KNOWN)
    if w.chance(3):
        nested = [(word, (number, number + 1)) for word, number in rows]
        variables = _names(w, TEXT, _KNOWN, _KNOWN)
        first, second, third = variables
        return Iteration(f"{first}, ({second}, {third})", repr(nested), variables)
    if w.chance(4):
        dicts = [{"name": word, "rate": number} for word, number in rows]
        return _one(w, repr(dicts), Value(Form.DICT, ("name", "rate")))
    return _several(w, repr(rows), TEXT, _KNOWN)


def _zip(w: Wiring) -> Iteration | None:
    name = w.variable(lambda value: value.is_sequence)
    if name is None:
        return None
    words = repr(w.rng.sample(WORDS, w.count(2, 4)))
    element = _element(w.values[name])
    if w.chance(2):
        return _several(w, f"zip({name}, {words})", element, TEXT, keeps=name)
    return _several(w, f"zip({words}, range(9), {name})", TEXT, _KNOWN, element, keeps=name)


def _sequence(w: Wiring) -> Iteration | None:
    name = w.variable(lambda value: value.is_sequence)
    if name is None:
        return None
    value = w.values[name]
    element = _element(value)
    if w.chance(3):
        start = w.pick(("", ", 1", ", start=2"))
        return _several(w, f"enumerate({name}{start})", _KNOWN, element, keeps=name)
    if w.chance(4):
        return _several(w, f"zip({name}, {name}[1:])", element, element, keeps=name)
    if w.chance(5):
        return _one(w, f"range(len({name}))", NUMBER, keeps=name)
    forms = ("{}", "{}", "{}", "reversed({})", "{}[1:]", "{}[:2]", "{}[::-1]", "[*{}]", "list({})")
    return _one(w, w.pick(forms).format(name), element, name)


def _mapping(w: Wiring) -> Iteration | None:
    name = w.variable(lambda value: value.form is Form.DICT)
    if name is None:
        return None
    element = _element(w.values[name])
    key = TEXT if all(isinstance(key, str) for key in w.values[name].keys) else OTHER
    if w.chance(2):
        source = w.pick(
            ("{}.items()", "{}.items()", "sorted({}.items(), key=str)")[
                : 2 + (not is_dict_of_nodes(w.values[name]))
            ]
        )
        return _several(w, source.format(name), key, element, keeps=name)
    if w.chance(2):
        return _one(w, w.pick((name, f"{name}.keys()", f"list({name})")), key, name)
    return _one(w, f"{name}.values()", element, name)


def _outside(w: Wiring) -> Iteration:
    load_modules(w)
    count = w.count(1, 4)
    sources = {
        f"range(len(str({10 ** (count - 1)})))": NUMBER,
        f"range(int('{count}'))": NUMBER,
        "sorted(json.loads('[3, 1, 2]'))": NUMBER,
        'json.loads(\'["b", "a"]\')': TEXT,
        'os.environ.get("FFC_NOT_SET", "ab")': TEXT,
        'os.environ.get("FFC_NOT_SET", "x y").split()': TEXT,
    }
    if w.chance(4):
        return _several(w, 'json.loads(\'{"a": 1, "b": 2}\').items()', TEXT, NUMBER)
    if w.chance(5):
        return _several(w, 'enumerate(json.loads("[5, 4]"))', NUMBER, NUMBER)
    source = w.pick(tuple(sources))
    return _one(w, source, sources[source])


def _product(w: Wiring) -> Iteration:
    w.draft.load("import itertools")
    words = repr(w.rng.sample(WORDS, 2))
    return _several(w, f"itertools.product({words}, range({w.count(1, 3)}))", TEXT, _KNOWN)


def _letters(w: Wiring) -> Iteration:
    return _one(w, repr(w.pick(("ab", "xyz"))), TEXT)


def _element(value: Value) -> Value:
    match value.holds:
        case Holds.NODES:
            return NODE
        case Holds.MIXED:
            return Value(Form.OTHER, (), Holds.MIXED)
    return OTHER


def _wrapped(w: Wiring, given: Iteration) -> Iteration:
    """The same, counted."""
    ((name, value),) = _names(w, _KNOWN).items()
    if name in given.variables:
        return given
    target = f"({given.target})" if len(given.variables) > 1 else given.target
    variables = {name: value, **given.variables}
    return Iteration(f"{name}, {target}", f"enumerate({given.source})", variables, given.keeps)


_KINDS: Final[dict[Callable[[Wiring], Iteration | None], int]] = {
    _range: 4,
    _range_of: 1,
    _words: 3,
    _numbers: 3,
    _rows: 5,
    _zip: 2,
    _sequence: 4,
    _mapping: 2,
    _outside: 3,
    _product: 1,
    _letters: 1,
}
